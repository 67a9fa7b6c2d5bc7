using System.Diagnostics;

namespace ClientMgmt.Telemetry;

/// <summary>The dimensions that every span and every measurement has.</summary>
internal static class Attributes
{
    public const string Provider = "clientmgmt.provider";
    public const string Operation = "clientmgmt.operation";
    public const string ErrorType = "error.type";

    public static TagList Of(string provider, ClientOperation operation) =>
        [new(Provider, provider), new(Operation, Text(operation))];

    // Makes no text anew, as formatting would.
    public static string Text(ClientOperation operation) => Enum.GetName(operation)!;
}
