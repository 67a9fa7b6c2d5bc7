using System.Text.Json.Nodes;

namespace ClientMgmt.Sandbox.DynamicRegistration;

/// <summary>What a request says about a client, by what becomes of it.</summary>
internal sealed class ReadMetadata
{
    /// <summary>What is to be stored.</summary>
    public JsonObject Stored { get; } = [];

    /// <summary>What is to be removed.</summary>
    public HashSet<string> Removed { get; } = [];

    public static ReadMetadata Of(Call call, JsonObject body, bool isUpdate)
    {
        var read = new ReadMetadata();
        foreach ((string name, JsonNode? value) in body.Where(member => !StandardMembers.Reserved.Contains(member.Key)))
            read.Take(call, name, value, isUpdate);
        return read;
    }

    private void Take(Call call, string name, JsonNode? value, bool isUpdate)
    {
        RegistrationMember treatment = Treatment(call.Behavior, name);
        if (treatment == RegistrationMember.Refused)
            throw call.Refuse(RegistrationMistake.UnknownMember, $"Unrecognized field \"{name}\"");
        if (treatment == RegistrationMember.Dropped)
            return;
        switch (Meaning(call.Behavior, name, value, isUpdate))
        {
            case RegistrationEmptyValue.Omitted:
                return;
            case RegistrationEmptyValue.Refused:
                throw call.Refuse(
                    name == "redirect_uris" ? RegistrationMistake.NoRedirectUris : RegistrationMistake.EmptyValue,
                    $"{name} must not be empty");
            case RegistrationEmptyValue.Removes:
            case RegistrationEmptyValue.Stored when value is null && StandardMembers.KindOf(name) is not null:
                Removed.Add(name);
                return;
            default:
                if (call.Behavior.TypesChecked && !call.Behavior.TypesNotChecked.Contains(name) && value is not null)
                    TypeRules.Check(call, name, value);
                Stored[name] = value?.DeepClone();
                return;
        }
    }

    public static RegistrationMember Treatment(DynamicRegistrationBehavior behavior, string name)
    {
        if (behavior.Members.TryGetValue(name, out RegistrationMember own))
            return own;
        if (name.Contains('#', StringComparison.Ordinal))
            return behavior.LocalizedMembers;
        return StandardMembers.KindOf(name) is null ? behavior.UnknownMembers : behavior.StandardMembers;
    }

    // What null stands for in a member that nobody knows, nobody says.
    private static RegistrationEmptyValue? Meaning(DynamicRegistrationBehavior behavior, string name, JsonNode? value, bool isUpdate) => value switch
    {
        null when StandardMembers.KindOf(name) is null => RegistrationEmptyValue.Stored,
        null => isUpdate ? behavior.NullInUpdate : behavior.NullInCreate,
        JsonArray { Count: 0 } when behavior.EmptyListRefilled.Contains(name) => RegistrationEmptyValue.Removes,
        JsonArray { Count: 0 } => behavior.EmptyList,
        JsonValue text when text.TryGetValue(out string? content) && content.Length == 0 =>
            isUpdate ? behavior.EmptyTextInUpdate : behavior.EmptyTextInCreate,
        _ => null,
    };
}
