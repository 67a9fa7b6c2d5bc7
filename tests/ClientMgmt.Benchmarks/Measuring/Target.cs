namespace ClientMgmt.Benchmarks.Measuring;

/// <summary>What a figure is to be at most, or at least.</summary>
internal sealed record Target(string Benchmark, string Name, double Bound, bool IsLeast = false)
{
    /// <summary>All of them. Where there is a contestant, the figure is relative to the one with Newtonsoft.Json.</summary>
    public static IReadOnlyList<Target> All { get; } =
    [
        new("calls", "Authlete get: time", 1.1),
        new("calls", "Authlete get: allocation", 1.0),
        new("calls", "Authlete create: time", 1.3),
        new("calls", "Authlete create: allocation", 1.2),
        new("calls", "DocSpace get: time", 1.15),
        new("calls", "DocSpace get: allocation", 0.9),
        new("calls", "DocSpace create: time", 1.35),
        new("calls", "DocSpace create: allocation", 1.2),
        new("calls", "registration get: time", 1.15),
        new("calls", "registration get: allocation", 1.0),
        new("overhead", "resilience and telemetry: µs a call", 3),
        new("overhead", "resilience and telemetry: bytes a call", 1024),
        new("list", "Authlete list: time", 0.45),
        new("list", "DocSpace list: time", 1.05),
        new("list", "Authlete page: time", 1.1),
        new("list", "DocSpace page: time", 1.1),
        new("list", "Authlete list left after two: requests", 1),
        new("list", "DocSpace list left after two: requests", 1),
        new("memory", "list: live memory, ten times as long", 1.5),
        new("gets", "Authlete gets, 64 at once: throughput", 0.9, IsLeast: true),
        new("gets", "Authlete gets, 64 at once: connections", 64),
        new("gets", "DocSpace gets, 64 at once: throughput", 0.95, IsLeast: true),
        new("gets", "DocSpace gets, 64 at once: connections", 64),
        new("start", "Authlete start to first answer: time", 1.6),
        new("start", "DocSpace start to first answer: time", 1.6),
        new("start", "Authlete published, start to first answer: time", 1.4),
        new("start", "DocSpace published, start to first answer: time", 1.4),
        new("tool", "clientmgmt --help: time", 1.5),
        new("tool", "clientmgmt client get: time", 3),
        new("growth", "growth of a list: time a client, last step", 1.25),
        new("growth", "growth of calls at once: time a call, last step", 1.25),
        new("growth", "growth of providers: time a call, last step", 1.25),
        new("bulk", "bulk create: share of the limit", 0.95, IsLeast: true),
        new("bulk", "bulk update: share of the limit", 0.95, IsLeast: true),
        new("bulk", "bulk delete: share of the limit", 0.95, IsLeast: true),
        new("build", "build without changes: clients generated", 0),
        new("build", "clean build: seconds more than without generation", 10),
    ];

    public bool IsReached(Figure figure) => IsLeast ? figure.Median >= Bound : figure.Median <= Bound;
}
