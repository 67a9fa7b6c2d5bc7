using System.Text.Json;

namespace ClientMgmt.DynamicRegistration;

/// <summary>What a server answered about one client.</summary>
/// <param name="Json">The answer or, if it cannot be read, what can be read of it.</param>
/// <param name="Fault">Why it cannot be read as a whole; null if it can.</param>
internal sealed record ClientAnswer(JsonElement Json, UnexpectedResponseException? Fault = null)
{
    /// <summary>
    /// What counts of it. What a change did is read back, so that only what is told nowhere else must be readable; but a client that
    /// was read in part would lose the rest with the next update.
    /// </summary>
    /// <param name="request">The request.</param>
    /// <exception cref="UnexpectedResponseException">It had to be readable as a whole.</exception>
    public JsonElement Require(KeyedRequest request) => Fault is null || request.IsChange ? Json : throw Fault;
}
