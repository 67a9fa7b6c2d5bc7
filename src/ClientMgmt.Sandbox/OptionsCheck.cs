using System.Globalization;

namespace ClientMgmt.Sandbox;

/// <summary>Refuses options that would make two services or portals the same.</summary>
internal static class OptionsCheck
{
    private static readonly TimeSpan s_longest = TimeSpan.FromDays(1);

    public static void Throw(SandboxOptions options)
    {
        Unique("Authlete service", options.AuthleteServices.Select(s => s.ServiceId));
        Unique("DocSpace portal", options.DocSpacePortals.Select(p => p.Name));
        Unique("DocSpace tenant", options.DocSpacePortals.Select(p => p.TenantId));
        foreach (AuthleteServiceOptions service in options.AuthleteServices)
        {
            if (service.ServiceId.Length == 0 || !service.ServiceId.All(char.IsAsciiDigit) || !long.TryParse(service.ServiceId, CultureInfo.InvariantCulture, out _))
                throw new ArgumentException($"The Authlete service id '{service.ServiceId}' is not a number.", nameof(options));
        }

        if (options.Latency < TimeSpan.Zero || options.Latency > s_longest)
            throw new ArgumentException("The latency has to be between 0 and one day.");
        if (options.DocSpacePortals.FirstOrDefault(p => p.TenantId < 1) is { } portal)
            throw new ArgumentException($"The DocSpace portal '{portal.Name}' has a tenant number below 1.", nameof(options));
    }

    private static void Unique<T>(string what, IEnumerable<T> values)
    {
        if (values.GroupBy(v => v).FirstOrDefault(g => g.Count() > 1) is { } twice)
            throw new ArgumentException($"The {what} '{twice.Key}' is there twice.", nameof(values));
    }
}
