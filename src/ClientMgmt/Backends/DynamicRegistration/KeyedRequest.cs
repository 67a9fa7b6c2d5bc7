using System.Text.Json;

namespace ClientMgmt.DynamicRegistration;

/// <summary>A request about one client.</summary>
/// <param name="Send">Sends it.</param>
/// <param name="IsChange">Whether it changes the client.</param>
/// <param name="Place">What stands in place of what in the address of the client; null if it goes to the client itself.</param>
internal sealed record KeyedRequest(
    Func<RegistrationClient, Task<JsonElement>> Send, bool IsChange = true, (string Part, string By)? Place = null)
{
    /// <summary>Brings the answer into the standard's words.</summary>
    public Func<JsonElement, JsonElement> Read { get; init; } = static answer => answer;
}
