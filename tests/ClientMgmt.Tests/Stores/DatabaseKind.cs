namespace ClientMgmt.Tests.Stores;

public enum DatabaseKind
{
    Sqlite,
    PostgreSql,
}
