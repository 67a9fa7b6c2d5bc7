namespace ClientMgmt.Tests.Conventions.Architecture.Samples;

internal enum Level
{
    Low,
    High,
}
