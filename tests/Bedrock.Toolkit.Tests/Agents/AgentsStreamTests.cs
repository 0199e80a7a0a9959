using System.Collections.Concurrent;
using System.Text.Json;
using System.Text.Json.Nodes;
using Bedrock.Toolkit.Agents;
using Bedrock.Toolkit.Tests.Conformance;
using Bedrock.Toolkit.Tests.ControlPlane;
using Bedrock.Toolkit.Tests.Conventions;
using Bedrock.Toolkit.Tests.EventStreams;
using Bedrock.Toolkit.Tests.Support;
using Bedrock.Toolkit.Tools;
using Xunit.Abstractions;

namespace Bedrock.Toolkit.Tests.Agents;

/// <summary>The streams of the services: cut at every byte, in pieces of every size, with every error inside, with events that nobody knows.</summary>
public sealed class AgentsStreamTests(ITestOutputHelper output)
{
    private static readonly string[] Services = ["bedrock-agent-runtime", "bedrock-agentcore"];

    // Whose last event says that it is the last.
    private static readonly string[] WithEndMark = ["InvokeFlow", "InvokeHarness", "InvokeAgentRuntimeCommand"];

    [SharedFact]
    public async Task Streams_CutAtEveryByte_GiveWholeEventsAndAnError()
    {
        ConcurrentBag<string> faults = [];
        (AgentService Service, ApiOperation Operation)[] streams = [.. Streaming()];
        int cuts = 0;

        // Some ten seconds of work.
        await Parallel.ForEachAsync(streams, async (stream, _) => Interlocked.Add(ref cuts, await CutAsync(stream.Service, stream.Operation, faults)));

        output.WriteLine($"{cuts} cuts");
        Assert.Equal(9, streams.Length);
        ConventionFaults.AssertNone(faults);
        Assert.True(cuts > 10_000, $"Only {cuts} cuts were made.");
    }

    [SharedFact]
    public async Task Streams_InPiecesOfAnySize_GiveTheSameEvents()
    {
        foreach ((AgentService service, ApiOperation operation) in Streaming())
        {
            byte[][] frames = FramesOf(service, operation);
            byte[] body = [.. frames.SelectMany(frame => frame)];
            foreach (int size in (int[])[1, 7, 64])
            {
                (int delivered, Exception? error) = await ReadAsync(service, operation, new PieceStream(body, size));
                Assert.Null(error);
                Assert.Equal(frames.Length, delivered);
            }
        }
    }

    [SharedFact]
    public async Task Streams_WithEveryErrorOfTheModel_ThrowIt()
    {
        List<string> faults = [];
        int errors = 0;
        foreach ((AgentService service, ApiOperation operation) in Streaming())
        {
            byte[] first = FramesOf(service, operation, withEnd: false)[0];
            foreach (ApiMember member in service.Model[service.StreamOf(operation)!.Shape].Members.Where(member => service.Model[member.Shape].IsException))
            {
                errors++;
                byte[] fault = Frames.Exception(member.WireName, """{"message":"what the server says"}""");
                (int delivered, Exception? error) = await ReadAsync(service, operation, new MemoryStream([.. first, .. fault]));
                string expected = char.ToUpperInvariant(member.WireName[0]) + member.WireName[1..];
                if (delivered != 1 || error is not BedrockServiceException { ErrorCode: { } code } || code.Value != expected)
                {
                    faults.Add($"{operation.Name} with {member.WireName}: {delivered} events, {error}");
                }
            }
        }

        Assert.True(errors > 30, $"Only {errors} errors were found.");
        ConventionFaults.AssertNone(faults);
    }

    [SharedFact]
    public async Task Streams_WithAByteThatFlipped_AreRefused()
    {
        foreach ((AgentService service, ApiOperation operation) in Streaming())
        {
            byte[] body = [.. FramesOf(service, operation).SelectMany(frame => frame)];
            for (int at = 0; at < body.Length; at += Math.Max(1, body.Length / 60))
            {
                byte[] flipped = [.. body];
                flipped[at] ^= 0x10;
                (_, Exception? error) = await ReadAsync(service, operation, new MemoryStream(flipped));
                Assert.True(error is BedrockException, $"{operation.Name} at {at}: {error}");
            }
        }
    }

    [SharedFact]
    public async Task Streams_WithAnEventNobodyKnows_KeepIt()
    {
        foreach ((AgentService service, ApiOperation operation) in Streaming())
        {
            byte[] unknown = AgentsModelTests.FrameOf(new JsonObject { ["unheardOf"] = new JsonObject { ["x"] = 1.5, ["p"] = "abc" } });
            var read = new List<BedrockObject>();
            (int delivered, Exception? error) = await ReadAsync(
                service, operation, new MemoryStream([.. unknown, .. FramesOf(service, operation).SelectMany(frame => frame)]), read);

            Assert.Null(error);
            Assert.Equal(delivered, read.Count);
            string written = JsonSerializer.Serialize(read[0], BedrockAgentsJson.Options.GetTypeInfo(read[0].GetType().BaseType!));
            Assert.Contains("\"unheardOf\":{\"x\":1.5", written, StringComparison.Ordinal);
        }
    }

    // Up to the first cut that is not as it should be.
    private static async Task<int> CutAsync(AgentService service, ApiOperation operation, ConcurrentBag<string> faults)
    {
        byte[][] frames = FramesOf(service, operation);
        byte[] body = [.. frames.SelectMany(frame => frame)];
        using var calls = new StreamCalls(service, operation);
        int whole = 0;
        int end = 0;
        bool hasMark = WithEndMark.Contains(operation.Name);
        bool isEnd = !hasMark;
        for (int length = 0; length <= body.Length; length++)
        {
            if (whole < frames.Length && end + frames[whole].Length == length)
            {
                isEnd |= IsEndMark(frames[whole]);
                (whole, end) = (whole + 1, length);
            }

            (int delivered, Exception? error) = await calls.ReadAsync(new MemoryStream(body, 0, length));
            bool isFine = whole > 0 && isEnd && (end == length || hasMark);
            if (isFine != error is null || delivered != whole || (error is not null and not BedrockIncompleteStreamException))
            {
                faults.Add($"{operation.Name} cut at {length} of {body.Length}: {delivered} of {whole} events, {error?.GetType().Name ?? "no error"}");
                return length;
            }
        }

        return body.Length + 1;
    }

    private static IEnumerable<(AgentService Service, ApiOperation Operation)> Streaming() =>
        from service in Services.Select(AgentService.Of)
        from operation in service.Model.Operations.Values
        where service.StreamOf(operation) is not null
        select (service, operation);

    // The end mark last, where there is one.
    private static byte[][] FramesOf(AgentService service, ApiOperation operation, bool withEnd = true)
    {
        IEnumerable<JsonObject> events = service.Model[service.StreamOf(operation)!.Shape].Members
            .Where(member => !service.Model[member.Shape].IsException)
            .Select(member => new JsonObject { [member.WireName] = new ShapeDraw(service.Model, 1).Structure(service.Model[member.Shape]) });
        return [.. events.Select(one => withEnd ? one : WithoutStop(one)).Select(AgentsModelTests.FrameOf).OrderBy(IsEndMark)];

        static JsonObject WithoutStop(JsonObject one)
        {
            // The last piece of a command's output is the end mark of its stream, behind which nothing can go wrong any more.
            (one.Single().Value as JsonObject)?.Remove("contentStop");
            return one;
        }
    }

    private static bool IsEndMark(byte[] frame)
    {
        string text = System.Text.Encoding.Latin1.GetString(frame);
        return text.Contains("flowCompletionEvent", StringComparison.Ordinal) || text.Contains("messageStop", StringComparison.Ordinal)
            || text.Contains("contentStop", StringComparison.Ordinal);
    }

    private static async Task<(int Delivered, Exception? Error)> ReadAsync(
        AgentService service, ApiOperation operation, Stream body, List<BedrockObject>? read = null)
    {
        using var calls = new StreamCalls(service, operation);
        return await calls.ReadAsync(body, read);
    }

    /// <summary>One operation, called as often as one likes; each call is answered by the body that it is given.</summary>
    private sealed class StreamCalls : IDisposable
    {
        private readonly IDisposable _client;
        private readonly System.Reflection.MethodInfo _method;
        private readonly object _request;
        private Stream _body = Stream.Null;

        public StreamCalls(AgentService service, ApiOperation operation)
        {
            _client = service.Over(new FloodHandler(() => Answers.Stream(_body)));
            _method = service.MethodOf(operation);
            JsonObject request = new ShapeDraw(service.Model, 0).Structure(service.Model[operation.Input!]);
            _request = JsonSerializer.Deserialize(
                request.ToJsonString(), BedrockAgentsJson.Options.GetTypeInfo(_method.GetParameters()[0].ParameterType))!;
        }

        public async Task<(int Delivered, Exception? Error)> ReadAsync(Stream body, List<BedrockObject>? read = null)
        {
            _body = body;
            object call = _method.Invoke(_client, [_request, new InvokeOptions { MaxAttempts = 1 }, CancellationToken.None])!;
            int delivered = 0;
            try
            {
                await foreach (BedrockObject one in (IAsyncEnumerable<BedrockObject>)call)
                {
                    delivered++;
                    read?.Add(one);
                }

                return (delivered, null);
            }
            catch (BedrockException e)
            {
                return (delivered, e);
            }
        }

        public void Dispose() => _client.Dispose();
    }
}
