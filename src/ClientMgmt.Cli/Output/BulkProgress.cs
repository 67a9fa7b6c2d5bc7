using Spectre.Console;

namespace ClientMgmt.Cli.Output;

/// <summary>Counts while several clients are worked on; a bar on a terminal that the results do not go to.</summary>
internal static class BulkProgress
{
    public static async Task ShowAsync(View view, int count, Func<Action, Task> work)
    {
        int done = 0;
        view.Waits.Count = count < 2 ? null : () => (Volatile.Read(ref done), count);
        try
        {
            // Rows that are written to the same terminal would go into the drawing.
            if (!view.Environment.ErrorIsTerminal || view.Environment.OutputIsTerminal || count < 2)
            {
                await work(() => Interlocked.Increment(ref done)).ConfigureAwait(false);
                return;
            }

            Progress progress = view.ErrorConsole().Progress().AutoClear(true)
                .Columns(new ProgressBarColumn(), new PercentageColumn(), new TaskDescriptionColumn());
            await progress.StartAsync(async context =>
            {
                ProgressTask task = context.AddTask($"{count} clients", maxValue: count);
                await work(() =>
                {
                    Interlocked.Increment(ref done);
                    task.Increment(1);
                }).ConfigureAwait(false);
            }).ConfigureAwait(false);
        }
        finally
        {
            view.Waits.Count = null;
        }
    }
}
