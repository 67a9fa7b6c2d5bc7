using BenchmarkDotNet.Attributes;
using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks.Calls;

/// <summary>The single calls for BenchmarkDotNet, which looks closer and takes longer.</summary>
[MemoryDiagnoser]
public class CallBenchmarks
{
    private IReadOnlyList<IContestant> _contestants = [];
    private Vendor _vendor = Vendor.Authlete;

    [Params("Authlete", "DocSpace")]
    public string Backend { get; set; } = "";

    [GlobalSetup]
    public void Start()
    {
        _vendor = Vendor.All.Single(v => v.Name == Backend);
        _contestants = _vendor.Contestants(CallBenchmark.Address, new InMemoryServer(_vendor.Body().ToJsonString()));
    }

    [Benchmark(Baseline = true)]
    public Task Newtonsoft_get() => _contestants[0].GetAsync(_vendor.ClientId);

    [Benchmark]
    public Task System_Text_Json_get() => _contestants[1].GetAsync(_vendor.ClientId);

    [Benchmark]
    public Task NSwag_get() => _contestants[2].GetAsync(_vendor.ClientId);

    [Benchmark]
    public Task ClientMgmt_get() => _contestants[3].GetAsync(_vendor.ClientId);

    [Benchmark]
    public Task Newtonsoft_create() => _contestants[0].CreateAsync();

    [Benchmark]
    public Task System_Text_Json_create() => _contestants[1].CreateAsync();

    [Benchmark]
    public Task NSwag_create() => _contestants[2].CreateAsync();

    [Benchmark]
    public Task ClientMgmt_create() => _contestants[3].CreateAsync();
}
