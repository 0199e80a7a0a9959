using System.Globalization;
using System.Text;
using System.Text.Json;
using Amazon.Runtime;
using Bedrock.Toolkit.Benchmarks.Calls;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Benchmarks.Growth;

/// <summary>How the cost of a call grows with what it carries: by processor time and allocated bytes, for each unit of what grows.</summary>
internal sealed class GrowthMeasurement : IDisposable
{
    private const int Rounds = 7;

    private readonly GrowthHandler _handler = new();
    private readonly BedrockClient _client;
    private readonly StringBuilder _table = new();
    private readonly List<GrowthLine> _lines = [];

    private GrowthMeasurement() => _client = new BedrockClient(new BedrockClientOptions
    {
        Region = "us-east-1",
        Credentials = new BasicAWSCredentials("AKIDEXAMPLE", "not-a-secret"),
        HandlerFactory = () => _handler,
    });

    /// <summary>Runs; the result is the exit code of the process.</summary>
    /// <param name="picture">Where the picture goes; none is drawn when null.</param>
    /// <param name="output">Where the table goes.</param>
    public static async Task<int> RunAsync(string? picture, TextWriter output)
    {
        using var growth = new GrowthMeasurement();
        await growth.MeasureAsync().ConfigureAwait(false);
        await output.WriteLineAsync(growth._table.ToString()).ConfigureAwait(false);
        if (picture is not null)
        {
            await File.WriteAllTextAsync(picture, GrowthPicture.Draw(growth._lines)).ConfigureAwait(false);
        }

        return 0;
    }

    public void Dispose() => _client.Dispose();

    private async Task MeasureAsync()
    {
        _table.AppendLine("| what grows | how many | processor us, median (least to most) | ns a unit | bytes | bytes a unit |");
        _table.AppendLine("| --- | ---: | ---: | ---: | ---: | ---: |");
        await RowsAsync("KB of request and of answer", [1, 10, 100, 1_000, 20_000], kilobytes =>
        {
            string text = SampleText.OfLength(kilobytes * 1000);
            _handler.Answer = Encoding.UTF8.GetBytes(
                $$$"""{"type":"message","role":"assistant","content":[{"type":"text","text":{{{JsonSerializer.Serialize(text)}}}}],"stop_reason":"end_turn"}""");
            return (() => CallAsync(ClaudeModels.Sonnet45, text), Math.Clamp(2_000 / kilobytes, 1, 500));
        }).ConfigureAwait(false);
        _handler.Answer = CannedAnswers.Claude;
        await RowsAsync("events read", [10, 100, 1_000, 10_000, 100_000], events =>
        {
            _handler.Events = events;
            return (ReadAsync, Math.Clamp(20_000 / events, 1, 500));
        }).ConfigureAwait(false);
        await RowsAsync("events folded", [10, 100, 1_000, 10_000, 100_000], events =>
        {
            _handler.Events = events;
            return (() => _client.StreamAsync(ClaudeModels.Sonnet45, Request("x")).ToResponseAsync(), Math.Clamp(20_000 / events, 1, 500));
        }).ConfigureAwait(false);
        await RowsAsync("calls in flight", [1, 10, 100, 1_000], calls =>
            (() => Task.WhenAll(Enumerable.Range(0, calls).Select(_ => CallAsync(ClaudeModels.Sonnet45, "x"))), Math.Max(1, 2_000 / calls)))
            .ConfigureAwait(false);
        await RowsAsync("models called in turn", [1, 10, 200], models =>
        {
            Model<ClaudeRequest, ClaudeResponse>[] all = [.. Enumerable.Range(0, models).Select(i => ClaudeModels.Sonnet45.WithId($"model-{i}"))];
            return (async () =>
            {
                foreach (Model<ClaudeRequest, ClaudeResponse> model in all)
                {
                    await CallAsync(model, "x").ConfigureAwait(false);
                }
            }, Math.Max(1, 1_000 / models));
        }).ConfigureAwait(false);
    }

    private async Task RowsAsync(string name, int[] sizes, Func<int, (Func<Task> Run, int Repeats)> prepare)
    {
        var line = new GrowthLine(name, []);
        foreach (int size in sizes)
        {
            (Func<Task> run, int repeats) = prepare(size);
            List<double> microseconds = [];
            long bytes = long.MaxValue;
            for (int round = -2; round < Rounds; round++)
            {
                TimeSpan before = Environment.CpuUsage.TotalTime;
                long allocated = GC.GetTotalAllocatedBytes(precise: true);
                for (int i = 0; i < repeats; i++)
                {
                    await run().ConfigureAwait(false);
                }

                if (round >= 0)
                {
                    bytes = Math.Min(bytes, (GC.GetTotalAllocatedBytes(precise: true) - allocated) / repeats);
                    microseconds.Add((Environment.CpuUsage.TotalTime - before).TotalMicroseconds / repeats);
                }
            }

            microseconds.Sort();
            double median = microseconds[Rounds / 2];
            line.Points.Add((size, median / size));
            _table.Append(CultureInfo.InvariantCulture, $"| {name} | {size:N0} | {median:N0} ({microseconds[0]:N0} to {microseconds[^1]:N0}) ");
            _table.AppendLine(CultureInfo.InvariantCulture, $"| {1000 * median / size:N0} | {bytes:N0} | {bytes / size:N0} |");
        }

        _lines.Add(line);
    }

    private static ClaudeRequest Request(string text) => new() { MaxTokens = 300, Messages = [ClaudeMessage.User(text)] };

    private async Task CallAsync(Model<ClaudeRequest, ClaudeResponse> model, string text) =>
        await _client.InvokeAsync(model, Request(text)).ConfigureAwait(false);

    private async Task ReadAsync()
    {
        await foreach (ClaudeStreamEvent streamEvent in _client.StreamAsync(ClaudeModels.Sonnet45, Request("x")).WithCancellation(CancellationToken.None)
            .ConfigureAwait(false))
        {
            _ = streamEvent;
        }
    }
}
