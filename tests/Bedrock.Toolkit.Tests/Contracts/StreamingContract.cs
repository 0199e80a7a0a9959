using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;

namespace Bedrock.Toolkit.Tests.Contracts;

/// <summary>The contract of models that stream too.</summary>
internal sealed class StreamingContract<TRequest, TResponse, TEvent>(StreamingModel<TRequest, TResponse, TEvent> model, FamilySamples samples)
    : InvokedContract<TRequest, TResponse>(model, samples)
    where TRequest : BedrockObject
    where TResponse : BedrockResponse
    where TEvent : BedrockStreamEvent
{
    public override async Task CheckRequestAsync()
    {
        await base.CheckRequestAsync();
        byte[] body = BodyOf(Samples.Streams[0].Lines);
        foreach ((Sample sample, TRequest request) in Accepted(model.RequestTypeInfo, model.CheckRequest))
        {
            var handler = new ScriptedHandler(_ => Answers.Stream(new MemoryStream(body)));
            using BedrockClient client = TestClient.Over(handler);
            await client.StreamAsync(model, request).ToResponseAsync();
            CheckSent(sample, Assert.Single(handler.Sent), "invoke-with-response-stream");
        }
    }

    public override async Task CheckStreamAsync()
    {
        foreach (Sample sample in Samples.Streams)
        {
            EndOf(sample);
            foreach (string line in sample.Lines)
            {
                TEvent read = SampleWire.Read(sample, line, model.EventTypeInfo);
                SampleWire.CheckTyped(sample, read);
                EqualJson.Check(line, SampleWire.Write(sample, read, model.EventTypeInfo));
                EqualJson.Check(line, SampleWire.Write(sample, read.Clone(), model.EventTypeInfo));
            }

            string folded = SampleWire.Write(sample, Fold(sample, sample.Lines), model.ResponseTypeInfo);
            Assert.Equal(folded, SampleWire.Write(sample, SampleWire.Read(sample, folded, model.ResponseTypeInfo), model.ResponseTypeInfo));
            SampleWire.CheckTyped(sample, SampleWire.Read(sample, folded, model.ResponseTypeInfo));
            Assert.Equal(folded, SampleWire.Write(sample, await CallAsync(BodyOf(sample.Lines)), model.ResponseTypeInfo));
        }
    }

    public override void CheckUnknownSurvives()
    {
        base.CheckUnknownSurvives();
        foreach (Sample sample in Samples.Streams)
        {
            foreach (string line in sample.Lines)
            {
                SampleWire.CheckUnknownSurvives(sample, line, model.EventTypeInfo);
            }

            // A chunk that nobody knows, in the middle: the answer is still there.
            const string unknown = """{"type":"unheard_of","unheard_of":{"x":[1.0,null]}}""";
            string written = SampleWire.Write(sample, SampleWire.Read(sample, unknown, model.EventTypeInfo), model.EventTypeInfo);
            Assert.Contains("""
                "type":"unheard_of","unheard_of":{"x":[1.0,null]}
                """, written, StringComparison.Ordinal);
            Assert.NotNull(Fold(sample, [.. sample.Lines.Take(1), unknown, .. sample.Lines.Skip(1)]));
        }
    }

    public override async Task CheckMalformedAsync()
    {
        await base.CheckMalformedAsync();
        foreach (Sample sample in Samples.Streams)
        {
            string first = sample.Lines[0];
            foreach (string json in SampleWire.Broken(first).Where(json => SampleWire.TryRead(sample, json, model.EventTypeInfo) is null))
            {
                BedrockException error = await Assert.ThrowsAnyAsync<BedrockException>(() => CallAsync(BodyOf([json, .. sample.Lines.Skip(1)])));
                Assert.DoesNotContain(SampleWire.Secret, error.ToString(), StringComparison.Ordinal);
            }

            foreach (string line in sample.Lines)
            {
                foreach (TEvent read in SampleWire.Mistyped(line).Select(json => SampleWire.TryRead(sample, json, model.EventTypeInfo)).OfType<TEvent>())
                {
                    IStreamFold<TEvent, TResponse> fold = model.CreateFold();
                    _ = model.IsEnd(read);
                    fold.Add(read);
                    SampleWire.Write(sample, fold.ToResponse(), model.ResponseTypeInfo);
                }
            }
        }
    }

    public override async Task CheckUsageAsync()
    {
        await base.CheckUsageAsync();
        foreach (Sample sample in Samples.Streams)
        {
            List<(IReadOnlyList<int> Input, IReadOnlyList<int> Output)> counts = [.. sample.Lines.Select(Sample.CountsIn)];
            TokenUsage? own = Fold(sample, sample.Lines).TokenUsage;
            CheckCount(sample, "InputTokens", own?.InputTokens, [.. counts.SelectMany(count => count.Input)]);
            CheckCount(sample, "OutputTokens", own?.OutputTokens, [.. counts.SelectMany(count => count.Output)]);

            // Bedrock adds its metrics to the last chunk.
            JsonObject last = JsonNode.Parse(sample.Lines[^1])!.AsObject();
            last["amazon-bedrock-invocationMetrics"] = JsonNode.Parse($$"""{"inputTokenCount":{{InputOfService}},"outputTokenCount":{{OutputOfService}}}""");
            TokenUsage? usage = (await CallAsync(BodyOf([.. sample.Lines.SkipLast(1), last.ToJsonString()]))).TokenUsage;
            Assert.Equal(own?.InputTokens ?? InputOfService, usage?.InputTokens);
            Assert.Equal(own?.OutputTokens ?? OutputOfService, usage?.OutputTokens);
        }
    }

    public override async Task CheckCutAtEveryFrameAsync()
    {
        foreach (Sample sample in Samples.Streams)
        {
            int end = EndOf(sample);
            for (int frames = 0; frames <= end; frames++)
            {
                await CheckCutAsync(sample, BodyOf(sample.Lines.Take(frames)), frames);
            }
        }
    }

    public override async Task CheckCutAtEveryByteAsync()
    {
        Sample sample = Samples.Streams.MinBy(sample => sample.Text.Length)!;
        int end = EndOf(sample);
        byte[] body = BodyOf(sample.Lines);
        int untilEnd = BodyOf(sample.Lines.Take(end + 1)).Length;
        for (int length = 0; length < untilEnd; length++)
        {
            await CheckCutAsync(sample, body[..length], null);
        }

        string whole = SampleWire.Write(sample, Fold(sample, sample.Lines), model.ResponseTypeInfo);
        foreach (int piece in (int[])[1, 2, 3, 7, 16, 64])
        {
            TResponse response = await CallAsync(new PieceStream(body, piece));
            Assert.Equal(whole, SampleWire.Write(sample, response, model.ResponseTypeInfo));
        }
    }

    private static byte[] BodyOf(IEnumerable<string> lines) => [.. lines.SelectMany(Frames.Chunk)];

    private async Task CheckCutAsync(Sample sample, byte[] body, int? events)
    {
        TRequest request = Request;
        int seen = 0;
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(new MemoryStream(body))), options => options.MaxAttempts = 1);
        Exception? error = await Record.ExceptionAsync(async () =>
        {
            await foreach (TEvent read in client.StreamAsync(model, request))
            {
                seen++;
            }
        });
        if (error is not BedrockIncompleteStreamException || (events is not null && seen != events))
        {
            sample.Fail(
                $"cut after {body.Length} bytes, the stream gives {seen} events and {error?.GetType().Name ?? "no error"}",
                "A stream without its end mark is a BedrockIncompleteStreamException: correct isEnd of the StreamingModel, which "
                + "took an earlier chunk for the last one.");
        }
    }

    /// <summary>Which chunk is the first that the family says is an end; fails when it is none, or the very first of many.</summary>
    private int EndOf(Sample sample)
    {
        int end = sample.Lines.ToList().FindIndex(line => model.IsEnd(SampleWire.Read(sample, line, model.EventTypeInfo)));
        if (end < 0)
        {
            sample.Fail(
                $"isEnd of {Model.Id} sees no end mark in {sample.Lines.Count} chunks",
                $"Give the StreamingModel an isEnd that knows the family's own last chunk, besides {nameof(BedrockStreamEvent.IsServiceEnd)}; "
                + "a sample has it without Bedrock's metrics.");
        }

        if (end == 0)
        {
            sample.Fail(
                $"isEnd of {Model.Id} takes the first chunk for the last one",
                "Give the StreamingModel an isEnd that is true for the family's end mark only; a sample has at least two chunks.");
        }

        return end;
    }

    private TResponse Fold(Sample sample, IEnumerable<string> lines)
    {
        IStreamFold<TEvent, TResponse> fold = model.CreateFold();
        foreach (string line in lines)
        {
            fold.Add(SampleWire.Read(sample, line, model.EventTypeInfo));
        }

        return fold.ToResponse();
    }

    private Task<TResponse> CallAsync(byte[] body) => CallAsync(new MemoryStream(body));

    private async Task<TResponse> CallAsync(Stream body)
    {
        using BedrockClient client = TestClient.Over(new ScriptedHandler(_ => Answers.Stream(body)), options => options.MaxAttempts = 1);
        return await client.StreamAsync(model, Request).ToResponseAsync();
    }
}
