-- A longer signature: fewer texts share a band by a paragraph alone, and a sketch tells more of them apart at a glance.

CREATE TABLE compared AS SELECT DISTINCT body_id FROM body_sketches
WHERE body_id NOT IN (SELECT body_id FROM bodies_to_compare);
UPDATE bodies_to_compare SET bands = (SELECT bands(text) FROM bodies WHERE id = body_id);
UPDATE body_sketches SET sketch = (SELECT sketch(text) FROM bodies WHERE id = body_id);
DELETE FROM body_bands;
INSERT INTO body_bands
SELECT DISTINCT band.value, bodies.id
FROM compared JOIN bodies ON bodies.id = compared.body_id JOIN json_each(bands(bodies.text)) AS band ORDER BY 1, 2;
DROP TABLE compared;
