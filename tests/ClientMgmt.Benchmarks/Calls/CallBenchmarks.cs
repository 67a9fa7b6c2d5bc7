using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using ClientMgmt.Benchmarks.Contestants;
using ClientMgmt.Benchmarks.Servers;

namespace ClientMgmt.Benchmarks.Calls;

/// <summary>The single calls for BenchmarkDotNet, which looks closer and takes longer.</summary>
[MemoryDiagnoser]
[CategoriesColumn]
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory, BenchmarkLogicalGroupRule.ByParams)]
public class CallBenchmarks
{
    private IReadOnlyList<IContestant> _contestants = [];
    private Vendor _vendor = Vendor.Authlete;

    [Params("Authlete", "DocSpace")]
    public string Backend { get; set; } = "";

    [GlobalSetup]
    public void Start()
    {
        _vendor = Vendor.Listed.Single(v => v.Name == Backend);
        _contestants = _vendor.Contestants(CallBenchmark.Address, new InMemoryServer(_vendor.Body().ToJsonString()));
    }

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("get")]
    public Task Newtonsoft_get() => _contestants[0].GetAsync(_vendor.ClientId);

    [Benchmark]
    [BenchmarkCategory("get")]
    public Task System_Text_Json_get() => _contestants[1].GetAsync(_vendor.ClientId);

    [Benchmark]
    [BenchmarkCategory("get")]
    public Task NSwag_get() => _contestants[2].GetAsync(_vendor.ClientId);

    [Benchmark]
    [BenchmarkCategory("get")]
    public Task ClientMgmt_get() => _contestants[3].GetAsync(_vendor.ClientId);

    [Benchmark(Baseline = true)]
    [BenchmarkCategory("create")]
    public Task Newtonsoft_create() => _contestants[0].CreateAsync();

    [Benchmark]
    [BenchmarkCategory("create")]
    public Task System_Text_Json_create() => _contestants[1].CreateAsync();

    [Benchmark]
    [BenchmarkCategory("create")]
    public Task NSwag_create() => _contestants[2].CreateAsync();

    [Benchmark]
    [BenchmarkCategory("create")]
    public Task ClientMgmt_create() => _contestants[3].CreateAsync();
}
