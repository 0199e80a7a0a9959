using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Benchmarks.Soak;

/// <summary>One caller: one call or stream after the other until the time is up. One call in ten meets a fault.</summary>
internal sealed class SoakCaller(BedrockClient client, int number, SoakTally tally)
{
    private readonly Random _random = new(number);

    public async Task RunAsync(CancellationToken end)
    {
        while (!end.IsCancellationRequested)
        {
            try
            {
                // What runs when the time is up is let run: cancelled calls are counted apart.
                await (_random.Next(100) switch
                {
                    < 40 => CallAsync(SoakModels.Chat, default),
                    < 55 => EmbedAsync(),
                    < 80 => StreamAsync(SoakModels.Chat, most: int.MaxValue),
                    < 85 => StreamAsync(SoakModels.Chat, most: 3),
                    < 90 => CancelAsync(),
                    < 95 => CallAsync(Any(SoakModels.Faulty), default),
                    _ => StreamAsync(Any([.. SoakModels.Faulty, .. SoakModels.FaultyStreams]), most: int.MaxValue),
                }).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Every exception goes into the report; the ones that are not promised fail the run.
            catch (Exception e)
#pragma warning restore CA1031
            {
                tally.Failed(e);
            }
        }
    }

    private T Any<T>(IReadOnlyList<T> list) => list[_random.Next(list.Count)];

    private ClaudeRequest Request() => new()
    {
        Messages = [ClaudeMessage.User(SampleText.OfLength(_random.Next(20, 2000), number))],
        MaxTokens = 300,
    };

    private async Task CallAsync(Model<ClaudeRequest, ClaudeResponse> model, CancellationToken cancellationToken)
    {
        tally.Began(isStream: false);
        ClaudeResponse response = await client.InvokeAsync(model, Request(), cancellationToken: cancellationToken).ConfigureAwait(false);
        tally.Succeeded(response.Metadata!.Attempts);
    }

    private async Task EmbedAsync()
    {
        tally.Began(isStream: false);
        TitanEmbedTextResponse response = await client.InvokeAsync(
            SoakModels.Embedding, new TitanEmbedTextRequest { InputText = SampleText.OfLength(_random.Next(20, 500), number), Dimensions = 256 })
                .ConfigureAwait(false);
        tally.Succeeded(response.Metadata!.Attempts);
    }

    private async Task StreamAsync(StreamingModel<ClaudeRequest, ClaudeResponse, ClaudeStreamEvent> model, int most)
    {
        tally.Began(isStream: true);
        BedrockStream<ClaudeStreamEvent, ClaudeResponse> stream = client.StreamAsync(model, Request());
        await foreach (ClaudeStreamEvent _ in stream.WithCancellation(CancellationToken.None).ConfigureAwait(false))
        {
            tally.Event();
            if (--most == 0)
            {
                tally.LeftEarly();
                return;
            }
        }

        tally.Succeeded(stream.Metadata!.Attempts);
    }

    private async Task CancelAsync()
    {
        using var cancellation = new CancellationTokenSource(TimeSpan.FromMilliseconds(_random.Next(8)));
        await CallAsync(SoakModels.Chat, cancellation.Token).ConfigureAwait(false);
    }
}
