namespace ClientMgmt.Tests.Reliability;

/// <summary>What the library says about a change.</summary>
internal enum SoakOutcome
{
    Made,
    NotMade,
    Unknown,
}
