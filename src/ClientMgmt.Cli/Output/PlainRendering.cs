using Spectre.Console;
using Spectre.Console.Rendering;

namespace ClientMgmt.Cli.Output;

/// <summary>
/// Takes all styles out of what is drawn. Without it, Spectre.Console sets the styles that it may not write by way of
/// <see cref="Console"/>, which writes control codes to a terminal all the same.
/// </summary>
internal sealed class PlainRendering : IRenderHook
{
    public IEnumerable<IRenderable> Process(RenderOptions options, IEnumerable<IRenderable> renderables) =>
        renderables.Select(r => new Plain(r));

    private sealed class Plain(IRenderable inner) : IRenderable
    {
        public Measurement Measure(RenderOptions options, int maxWidth) => inner.Measure(options, maxWidth);

        public IEnumerable<Segment> Render(RenderOptions options, int maxWidth) => inner.Render(options, maxWidth)
            .Select(s => s.IsControlCode || s.IsLineBreak ? s : new Segment(s.Text));
    }
}
