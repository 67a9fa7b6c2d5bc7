using System.CodeDom.Compiler;
using System.Reflection;
using ClientMgmt.Authlete;
using ClientMgmt.DocSpace;
using ClientMgmt.Mapping;
using ClientMgmt.Serialization;
using ClientMgmt.Tests.Support;
using Newtonsoft.Json;
using YamlDotNet.RepresentationModel;

namespace ClientMgmt.Tests.Specs;

/// <summary>What becomes of the properties of the specifications, as "Schema.property".</summary>
internal static class PropertyUse
{
    private static readonly Assembly s_library = typeof(IClientManagement).Assembly;

    private static readonly YamlMappingNode s_record = ReadRecord();

    /// <summary>Reachable by their own JSON names.</summary>
    public static IEnumerable<string> Extensions =>
        from schema in SpecDocument.Map(s_record, "extensions").Children
        from property in (YamlSequenceNode)schema.Value
        select $"{schema.Key}.{property}";

    /// <summary>Read as JSON, or not used at all; each with a reason.</summary>
    public static IEnumerable<(string Name, string? Reason)> Others =>
        from part in (string[])["asJson", "ignored"]
        from record in (YamlSequenceNode)s_record[part]
        from name in (YamlSequenceNode)record["at"]
        select (name.ToString(), SpecDocument.Text(record, "reason"));

    /// <summary>Mapped to metadata by a table, or read or written by the code of the library.</summary>
    public static IReadOnlySet<string> Mapped { get; } =
        Rows("Client", AuthleteProperties.V3, row => row.JsonName)
            .Concat(Rows("ClientResponse", DocSpaceProperties.For(null), row => row.JsonName))
            .Concat(Rows("CreateClientRequest", DocSpaceProperties.For(null), row => row.RequestName))
            .Concat(Rows("UpdateClientRequest", DocSpaceProperties.For(null), row => row.RequestName))
            .Concat(Named("Client", typeof(AuthleteProperties))).Concat(Named("ClientResponse", typeof(DocSpaceProperties)))
            .Concat(Accessed).Concat(Read).ToHashSet(StringComparer.Ordinal);

    public static IEnumerable<string> All(SpecDocument spec) =>
        from schema in spec.SchemaNames
        from property in spec.PropertyNames(schema)
        select $"{schema}.{property}";

    // The code calls the accessors of the generated types.
    private static IEnumerable<string> Accessed =>
        from type in s_library.GetTypes()
        where !IsGenerated(type)
        from method in type.GetMethods(
            BindingFlags.Public | BindingFlags.NonPublic | BindingFlags.Instance | BindingFlags.Static | BindingFlags.DeclaredOnly)
        from called in Calls(method)
        let owner = called.DeclaringType
        where owner is not null && IsGenerated(owner) && called.IsSpecialName
        from property in owner.GetProperties()
        where property.GetMethod == called || property.SetMethod == called
        select $"{owner.Name}.{property.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName}";

    // The code takes the name of a generated member; those that it reads again and again, when a type is initialized.
    private static IEnumerable<string> Read =>
        from type in s_library.GetTypes()
        where type.TypeInitializer is not null
        from name in NamesIn(type.TypeInitializer!)
        select name;

    private static IEnumerable<string> Rows(string schema, MetadataMap map, Func<MetadataMapping, string> name) =>
        map.Rows.Where(r => !r.IsVendor).Select(r => $"{schema}.{name(r)}");

    // What the code reads and writes by its JSON name.
    private static IEnumerable<string> Named(string schema, Type table) =>
        table.GetFields(BindingFlags.Public | BindingFlags.Static).Where(f => f.FieldType == typeof(string)).Select(f => $"{schema}.{f.GetValue(null)}");

    private static bool IsGenerated(Type type) => type.GetCustomAttribute<GeneratedCodeAttribute>() is not null;

    // "call" and "callvirt", each with the token of the method.
    private static IEnumerable<MethodBase> Calls(MethodInfo method)
    {
        byte[] code = method.GetMethodBody()?.GetILAsByteArray() ?? [];
        for (int i = 0; i + 4 < code.Length; i++)
        {
            if (code[i] is 0x28 or 0x6F && Resolve(method.Module, BitConverter.ToInt32(code, i + 1)) is { } called)
            {
                yield return called;
            }
        }
    }

    // "ldstr" and "call", each with a token: a member, and the method that takes its name, for a generated type.
    private static IEnumerable<string> NamesIn(ConstructorInfo initializer)
    {
        byte[] code = initializer.GetMethodBody()!.GetILAsByteArray()!;
        for (int i = 0; i + 9 < code.Length; i++)
        {
            // Other bytes may look like these two; 0x70 is the kind of a text, 0x2B that of a generic method with its types.
            if (code[i] == 0x72 && code[i + 4] == 0x70 && code[i + 5] == 0x28 && code[i + 9] == 0x2B
                && initializer.Module.ResolveMethod(BitConverter.ToInt32(code, i + 6)) is { IsGenericMethod: true, Name: nameof(JsonNames.Of) } called
                && called.DeclaringType == typeof(JsonNames))
            {
                Type owner = called.GetGenericArguments()[0];
                string member = initializer.Module.ResolveString(BitConverter.ToInt32(code, i + 1));
                yield return $"{owner.Name}.{owner.GetProperty(member)!.GetCustomAttribute<JsonPropertyAttribute>()?.PropertyName}";
            }
        }
    }

    private static MethodBase? Resolve(Module module, int token)
    {
        // Those that the library defines itself: the generated types are among them.
        if (token >> 24 != 0x06)
        {
            return null;
        }

        try
        {
            return module.ResolveMethod(token);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static YamlMappingNode ReadRecord()
    {
        var yaml = new YamlStream();
        yaml.Load(new StringReader(Repository.ReadAllText("specs", "properties", "unmapped.yaml")));
        return (YamlMappingNode)yaml.Documents[0].RootNode;
    }
}
