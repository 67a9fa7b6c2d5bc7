using System.Globalization;
using System.Text;
using ClientMgmt.Benchmarks.Measuring;

namespace ClientMgmt.Benchmarks.Growth;

/// <summary>Draws series as SVG, one beside the other. Both axes are logarithmic, and begin and end at a power of ten.</summary>
internal static class Plot
{
    private const int Width = 320;
    private const int Height = 260;
    private const int Left = 60;
    private const int Right = 15;
    private const int Top = 40;
    private const int Bottom = 45;

    public static string Draw(IReadOnlyList<Series> series)
    {
        var svg = new StringBuilder();
        svg.AppendLine(CultureInfo.InvariantCulture, $"""
            <svg xmlns="http://www.w3.org/2000/svg" width="{Width * series.Count}" height="{Height}"
                 font-family="sans-serif" font-size="11">
            <rect width="100%" height="100%" fill="white"/>
            """);
        for (int i = 0; i < series.Count; i++)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"<g transform=\"translate({i * Width} 0)\">");
            Panel(svg, series[i]);
            svg.AppendLine("</g>");
        }

        return svg.AppendLine("</svg>").ToString();
    }

    private static void Panel(StringBuilder svg, Series series)
    {
        var x = new Axis(series.Points.Select(p => (double)p.Count), Left, Width - Right);
        var y = new Axis(series.Points.Select(p => p.Microseconds), Height - Bottom, Top);
        svg.AppendLine(CultureInfo.InvariantCulture, $"""
            <text x="{Width / 2}" y="20" text-anchor="middle" font-weight="bold">{series.Title}</text>
            <text x="14" y="{Height / 2}" text-anchor="middle" transform="rotate(-90 14 {Height / 2})">{series.Counted}</text>
            """);
        foreach (double power in x.Powers)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"""
                <path d="M{x.At(power):0.#} {Top}V{Height - Bottom}" stroke="#ddd"/>
                <text x="{x.At(power):0.#}" y="{Height - Bottom + 16}" text-anchor="middle">{power:#,##0.###}</text>
                """);
        }

        foreach (double power in y.Powers)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"""
                <path d="M{Left} {y.At(power):0.#}H{Width - Right}" stroke="#ddd"/>
                <text x="{Left - 6}" y="{y.At(power) + 4:0.#}" text-anchor="end">{power:#,##0.###}</text>
                """);
        }

        string line = string.Join(' ', series.Points.Select(p => Invariant($"{x.At(p.Count):0.#},{y.At(p.Microseconds):0.#}")));
        svg.AppendLine(CultureInfo.InvariantCulture, $"<polyline points=\"{line}\" fill=\"none\" stroke=\"#1f5fbf\" stroke-width=\"2\"/>");
        foreach ((int count, double microseconds) in series.Points)
        {
            svg.AppendLine(CultureInfo.InvariantCulture, $"""
                <circle cx="{x.At(count):0.#}" cy="{y.At(microseconds):0.#}" r="3" fill="#1f5fbf"/>
                <text x="{x.At(count):0.#}" y="{y.At(microseconds) - 8:0.#}" text-anchor="middle">{microseconds:#,##0}</text>
                """);
        }
    }

    private static string Invariant(FormattableString text) => FormattableString.Invariant(text);

    private sealed class Axis
    {
        private readonly int _first;
        private readonly int _last;
        private readonly double _from;
        private readonly double _to;

        public Axis(IEnumerable<double> values, double from, double to)
        {
            double[] logs = [.. values.Select(Math.Log10)];
            (_first, _from, _to) = ((int)Math.Floor(logs.Min()), from, to);
            _last = Math.Max((int)Math.Ceiling(logs.Max()), _first + 1);
        }

        public IEnumerable<double> Powers => Enumerable.Range(_first, _last - _first + 1).Select(p => Math.Pow(10, p));

        public double At(double value) => _from + ((_to - _from) * (Math.Log10(value) - _first) / (_last - _first));
    }
}
