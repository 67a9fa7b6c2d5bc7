using System.Text.Json;
using System.Text.Json.Nodes;
using ClientMgmt.Sandbox.Http;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>The JSON forms of the standard members; any form does for others.</summary>
internal static class TypeRules
{
    public static void Check(Call call, string name, JsonNode value)
    {
        if (StandardMembers.KindOf(name) is not { } kind || Fits(kind, value))
            return;
        throw call.Refuse(
            name == "redirect_uris" ? RegistrationMistake.RedirectUri : RegistrationMistake.WrongType, $"{name} must be {Words(kind)}");
    }

    private static bool Fits(MemberKind kind, JsonNode value) => kind switch
    {
        MemberKind.TextList => value is JsonArray items && items.All(item => item.AsText() is { Length: > 0 }),
        MemberKind.Flag => value.AsFlag() is not null,
        MemberKind.Number => value.GetValueKind() == JsonValueKind.Number && value.AsValue().TryGetValue(out long number) && number >= 0,
        MemberKind.Object => value is JsonObject,
        _ => value.AsText() is not null,
    };

    private static string Words(MemberKind kind) => kind switch
    {
        MemberKind.TextList => "an array of strings",
        MemberKind.Flag => "a boolean",
        MemberKind.Number => "a non-negative integer",
        MemberKind.Object => "an object",
        _ => "a string",
    };
}
