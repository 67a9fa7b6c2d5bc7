namespace ClientMgmt.Cli.Demo;

/// <summary>Something differs from what was asked. The message holds no secret.</summary>
internal sealed class MismatchException(string message) : Exception(message);
