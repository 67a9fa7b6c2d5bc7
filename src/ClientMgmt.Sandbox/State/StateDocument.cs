using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.Json.Nodes;
using System.Text.Json.Serialization;
using ClientMgmt.Sandbox.Authlete;
using ClientMgmt.Sandbox.Control;
using ClientMgmt.Sandbox.DocSpace;
using ClientMgmt.Sandbox.DynamicRegistration;
using ClientMgmt.Sandbox.Time;

namespace ClientMgmt.Sandbox.State;

/// <summary>Writes all that a sandbox stores as one document, and takes it over from one.</summary>
internal sealed class StateDocument(
    IReadOnlyList<ServiceState> services, IReadOnlyList<PortalState> portals, ServerState registration, ShiftedClock clock)
{
    private const int Format = 1;

    // A client may be as deep as a request, and is deeper here.
    private const int Deepest = 1000;

    private static readonly JsonWriterOptions s_readable = new()
    {
        Indented = true,
        MaxDepth = Deepest,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    private static readonly JsonSerializerOptions s_options = new()
    {
        PropertyNamingPolicy = JsonNamingPolicy.CamelCase,
        MaxDepth = Deepest,
        RespectRequiredConstructorParameters = true,
        RespectNullableAnnotations = true,
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
        Converters = { new JsonStringEnumConverter() },
    };

    /// <summary>Each part is written while nobody else uses it.</summary>
    public byte[] Write()
    {
        using var stream = new MemoryStream();
        using (var writer = new Utf8JsonWriter(stream, s_readable))
        {
            writer.WriteStartObject();
            Part(nameof(KeptState.Format), () => Format);
            Part(nameof(KeptState.ClockOffset), () => clock.Offset);
            writer.WriteStartArray(Name(nameof(KeptState.Authlete)));
            foreach (ServiceState service in services)
                Locked(service.Gate, service.Keep);
            writer.WriteEndArray();
            writer.WriteStartArray(Name(nameof(KeptState.DocSpace)));
            foreach (PortalState portal in portals)
                Locked(portal.Gate, portal.Keep);
            writer.WriteEndArray();
            lock (registration.Gate)
            {
                Part(nameof(KeptState.DynamicRegistration), registration.Keep);
                Part(nameof(KeptState.Switches), Switches);
            }

            writer.WriteEndObject();

            void Part<T>(string name, Func<T> part)
            {
                writer.WritePropertyName(Name(name));
                JsonSerializer.Serialize(writer, part(), s_options);
            }

            void Locked<T>(Lock gate, Func<T> part)
            {
                lock (gate)
                    JsonSerializer.Serialize(writer, part(), s_options);
            }
        }

        return stream.ToArray();
    }

    /// <summary>Takes over what a sandbox of the same services and portals has written; nothing of it, if there is a mistake.</summary>
    /// <exception cref="ArgumentException">It is none, or that of another sandbox.</exception>
    public void Read(byte[] content)
    {
        (KeptState kept, DynamicRegistrationBehavior behavior) = Parse(content);
        Same("Authlete services", services.Select(s => $"{s.Options.ServiceId} ({s.Options.Version})"), kept.Authlete.Select(s => $"{s.ServiceId} ({s.Version})"));
        Same("DocSpace portals", portals.Select(p => $"{p.Options.Name} (tenant {p.Options.TenantId})"), kept.DocSpace.Select(p => $"{p.Name} (tenant {p.TenantId})"));
        clock.Offset = kept.ClockOffset;
        foreach (KeptService service in kept.Authlete)
            services.Single(s => s.Options.ServiceId == service.ServiceId).Restore(service);
        foreach (KeptPortal portal in kept.DocSpace)
            portals.Single(p => p.Options.Name == portal.Name).Restore(portal);
        registration.Restore(kept.DynamicRegistration);
        registration.Behavior = behavior;
    }

    private (KeptState Kept, DynamicRegistrationBehavior Behavior) Parse(byte[] content)
    {
        int format = 0;
        try
        {
            JsonNode? all = JsonNode.Parse(content, documentOptions: new JsonDocumentOptions { MaxDepth = Deepest, AllowDuplicateProperties = false });
            format = (all as JsonObject)?[Name(nameof(KeptState.Format))]?.GetValue<int>() ?? throw new JsonException("There is no format in it.");
            if (format == Format)
            {
                KeptState kept = all.Deserialize<KeptState>(s_options)!;
                if (kept.Entries().Contains(null))
                    throw new JsonException("null stands in a list.");
                if (kept.ClockOffset.Duration() > SandboxServer.LargestOffset)
                    throw new JsonException("The clock is too far off.");
                return (kept, kept.Switches is null ? registration.Options.Behavior : BehaviorJson.Change(new(), kept.Switches));
            }
        }
        catch (Exception exception) when (exception is JsonException or InvalidOperationException or FormatException or ArgumentException)
        {
            throw new ArgumentException(
                $"is damaged, or no sandbox wrote it; name another one, or remove it to begin anew: {exception.Message.TrimEnd('.')}", exception);
        }

        throw new ArgumentException($"has the format {format}, and this version knows {Format} alone; use the version that wrote it, or name another file");
    }

    private static void Same(string what, IEnumerable<string> own, IEnumerable<string> kept)
    {
        if (!own.Order(StringComparer.Ordinal).SequenceEqual(kept.Order(StringComparer.Ordinal)))
        {
            throw new ArgumentException(
                $"is of a sandbox with other {what}: {string.Join(", ", kept)}; this one has {string.Join(", ", own)}. "
                + "Start it with the same ones, or name another file");
        }
    }

    private JsonObject? Switches()
    {
        if (ReferenceEquals(registration.Behavior, registration.Options.Behavior))
            return null;
        JsonObject switches = BehaviorJson.Write(registration.Behavior);
        return JsonNode.DeepEquals(switches, BehaviorJson.Write(registration.Options.Behavior)) ? null : switches;
    }

    private static string Name(string member) => JsonNamingPolicy.CamelCase.ConvertName(member);
}
