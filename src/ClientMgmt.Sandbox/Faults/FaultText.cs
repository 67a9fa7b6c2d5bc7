using System.Globalization;

namespace ClientMgmt.Sandbox.Faults;

/// <summary>A fault on one line: <c>POST /clients 503 x3</c>.</summary>
internal static class FaultText
{
    private const string Allowed = "a status from 200 to 599, a time such as 500ms or 2s, html, empty, hang, close, reset, half, done, undone, "
        + "xN or always";

    private static readonly (string Unit, TimeSpan Length)[] s_units =
        [("ms", TimeSpan.FromMilliseconds(1)), ("s", TimeSpan.FromSeconds(1)), ("m", TimeSpan.FromMinutes(1))];

    public static SandboxFault Read(string text)
    {
        string[] words = text.Split(' ', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
        if (words is not [var method, _, ..])
            throw Wrong(text, "says too little: a method or *, perhaps a part of the path such as /clients, and what happens: " + Allowed);
        if (method != "*" && !method.All(char.IsAsciiLetter))
            throw Wrong(method, "is no method: a word such as POST, or * for all");
        var fault = new SandboxFault { Method = method == "*" ? null : method.ToUpperInvariant() };
        bool hasPath = words[1].StartsWith('/');
        if (hasPath)
            fault = fault with { PathContains = words[1] };
        SandboxFault before = fault;
        var said = new HashSet<string>();
        foreach (string word in words.Skip(hasPath ? 2 : 1))
        {
            (string kind, fault) = With(fault, word);
            if (!said.Add(kind))
                throw Wrong(word, $"is a second {kind}: there may be one");
        }

        if (fault with { Times = before.Times } == before)
            throw Wrong(text, "says nothing that happens: " + Allowed);
        if (fault is { Status: 429, Body: null, Commit: not true })
            fault = fault with { Status = null, RateLimit = SandboxRateLimit.Native };
        return FaultCheck.Find(fault) is { } mistake ? throw Wrong(text, $"contradicts itself: {Word(mistake.Member)} {mistake.Rule}") : fault;
    }

    private static (string Kind, SandboxFault Fault) With(SandboxFault fault, string word) => word switch
    {
        "html" => ("body", fault with { Body = SandboxFaultBody.Html }),
        "empty" => ("body", fault with { Body = SandboxFaultBody.Empty }),
        "half" => ("half", fault with { Send = SandboxPart.Half }),
        "hang" => Ending(fault, SandboxEnding.Hang),
        "close" => Ending(fault, SandboxEnding.Fin),
        "reset" => Ending(fault, SandboxEnding.Reset),
        "done" => ("done or undone", fault with { Commit = true }),
        "undone" => ("done or undone", fault with { Commit = false }),
        "always" => ("number of times", fault with { Times = null }),
        ['x', .. var times] when Number(times) is { } count and >= 1 => ("number of times", fault with { Times = count }),
        _ when Number(word) is { } status and >= 200 and <= 599 => ("status", fault with { Status = status }),
        _ when Time(word) is { } time => ("time", fault with { DelayBefore = time }),
        _ => throw Wrong(word, "is not known there: after the method and the path there may be " + Allowed),
    };

    private static (string Kind, SandboxFault Fault) Ending(SandboxFault fault, SandboxEnding ending) =>
        ("end", fault with { Send = fault.Send == SandboxPart.Half ? SandboxPart.Half : SandboxPart.None, Then = ending });

    private static int? Number(string text) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out int number) ? number : null;

    private static TimeSpan? Time(string word)
    {
        (string unit, TimeSpan length) = s_units.FirstOrDefault(u => word.EndsWith(u.Unit, StringComparison.Ordinal));
        return unit is not null
            && double.TryParse(word[..^unit.Length], NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture, out double number)
            && number * length.TotalDays is > 0 and <= 1 ? number * length : null;
    }

    private static string Word(string member) => member switch
    {
        nameof(SandboxFault.Commit) => "done or undone",
        nameof(SandboxFault.Then) => "the end",
        _ => member,
    };

    private static ArgumentException Wrong(string part, string reason) => new($"'{part}' {reason}.");
}
