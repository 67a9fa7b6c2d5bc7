namespace ClientMgmt.Tests.RealServers;

/// <summary>Requests that are sent one after another.</summary>
internal sealed record Script(string Name, params Step[] Steps)
{
    public override string ToString() => Name;
}
