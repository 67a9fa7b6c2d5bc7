using ClientMgmt.Benchmarks.Calls;
using ClientMgmt.Benchmarks.Contestants;

var address = new Uri("https://api.example.com/");
int rounds = int.Parse(args[0]), calls = int.Parse(args[1]);
foreach (Vendor vendor in Vendor.All)
{
    string body = vendor.Body().ToJsonString();
    Console.WriteLine($"{vendor.Name}: {vendor.Body().Count} properties, {body.Length} bytes");
    if (args.Length > 2) Console.WriteLine(body);
    IReadOnlyList<IContestant> all = vendor.Contestants(address, new InMemoryServer(body));
    foreach (string op in new[] { "get", "create" })
    {
        Sample[][] s = await Interleaved.MeasureAsync([.. all.Select(c => op == "get" ? (Func<Task>)(() => c.GetAsync(vendor.ClientId)) : c.CreateAsync)], rounds, calls);
        double M(int i, Func<Sample, double> f) => s[i].Select(f).Order().ElementAt(rounds / 2);
        for (int i = 0; i < all.Count; i++)
            Console.WriteLine($"{op,-7}{all[i].Name,-18} {M(i, x => x.Microseconds),8:0.0} us (min {s[i].Min(x => x.Microseconds),7:0.0})  {M(i, x => x.Bytes),9:0} B   time {M(i, x => x.Microseconds) / M(0, x => x.Microseconds):0.00} (min/min {s[i].Min(x => x.Microseconds) / s[0].Min(x => x.Microseconds):0.00})  alloc {M(i, x => x.Bytes) / M(0, x => x.Bytes):0.00}");
    }
}
