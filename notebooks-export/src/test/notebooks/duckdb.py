# SPDX-License-Identifier: GPL-3.0-or-later
"""Stands for the Python package duckdb where it cannot be installed: the same SQL goes to the same engine in Java.

For tests only; people install duckdb. TILIK_EXPORT_LIB names the folder with duckdb_jdbc.jar.
"""
import glob
import os

import jpype
import pandas

jpype.startJVM(classpath=["/usr/share/java/org.jpype.jar", *glob.glob(os.environ["TILIK_EXPORT_LIB"] + "/duckdb_jdbc.jar")])
_connection = jpype.JClass("org.duckdb.DuckDBDriver")().connect("jdbc:duckdb:", jpype.JClass("java.util.Properties")())


def _value(value):
    if value is None:
        return None
    if isinstance(value, jpype.JClass("java.lang.Number")):
        return float(value) if isinstance(value, jpype.JClass("java.lang.Double")) else int(value)
    if isinstance(value, jpype.JClass("java.lang.Boolean")):
        return bool(value)
    if isinstance(value, jpype.JClass("java.time.OffsetDateTime")):
        return pandas.Timestamp(str(value.toInstant()))
    return str(value)


class _Relation:
    def __init__(self, frame):
        self._frame = frame

    def df(self):
        return self._frame


def sql(query):
    # Every notebook finds its files beside itself, as this engine was started elsewhere.
    statement = _connection.createStatement()
    statement.execute("SET file_search_path = '" + os.getcwd().replace("'", "''") + "'")
    if not statement.execute(query):
        return _Relation(None)
    results = statement.getResultSet()
    columns = results.getMetaData()
    names = [str(columns.getColumnLabel(i + 1)) for i in range(columns.getColumnCount())]
    rows = []
    while results.next():
        rows.append([_value(results.getObject(i + 1)) for i in range(len(names))])
    return _Relation(pandas.DataFrame(rows, columns=names))
