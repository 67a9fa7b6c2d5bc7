using System.Globalization;
using ClientMgmt.Sandbox;

namespace ClientMgmt.Cli.Output;

/// <summary>One request to the sandbox, as a line.</summary>
internal static class RequestLine
{
    private const int LongestTarget = 200;

    public static string Of(SandboxRequest request)
    {
        string line = string.Create(
            CultureInfo.InvariantCulture,
            $"{request.ReceivedAt.ToLocalTime():HH:mm:ss.fff}  {Status(request)}  {request.Method,-6} {Short(request.Target)}  {request.Backend?.ToString() ?? "no provider"}  {request.Duration.TotalMilliseconds:0.0} ms");
        return PlainText.OneLine(request.Failure is { } failure ? $"{line}  {failure}" : line);
    }

    private static string Short(string target) => target.Length > LongestTarget ? target[..LongestTarget] + "…" : target;

    private static string Status(SandboxRequest request) => request.Status == 0 ? "---" : request.Status.ToString(CultureInfo.InvariantCulture);
}
