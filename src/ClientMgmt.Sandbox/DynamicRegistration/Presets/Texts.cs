using System.Text.Json;

namespace ClientMgmt.Sandbox.DynamicRegistration.Presets;

/// <summary>Short ways to write the tables of a row.</summary>
internal static class Texts
{
    public static Dictionary<string, string> Json(params (string Name, object? Value)[] members) =>
        members.ToDictionary(member => member.Name, member => JsonSerializer.Serialize(member.Value));

    public static Dictionary<string, RegistrationMember> Members(params (RegistrationMember Treatment, string[] Names)[] groups) =>
        groups.SelectMany(group => group.Names.Select(name => (name, group.Treatment))).ToDictionary(pair => pair.name, pair => pair.Treatment);
}
