using System.Diagnostics.CodeAnalysis;

namespace ClientMgmt.Sandbox.Http;

/// <summary>Ends the handling of a request with an answer, from however deep a check.</summary>
[SuppressMessage("Design", "CA1032", Justification = "Carries an answer, never only a message.")]
[SuppressMessage("Design", "CA1064", Justification = "Never leaves the assembly.")]
internal sealed class Refusal(Reply reply) : Exception
{
    public Reply Reply { get; } = reply;
}
