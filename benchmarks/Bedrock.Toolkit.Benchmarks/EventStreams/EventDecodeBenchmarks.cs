using System.Buffers;
using System.Text;
using System.Text.Json;
using System.Text.Json.Nodes;
using Amazon.Runtime.EventStreams.Internal;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.EventStreams;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Streaming;

namespace Bedrock.Toolkit.Benchmarks.EventStreams;

/// <summary>
/// Chunk frames with text deltas of Claude from memory; numbers are per event. Small: 5 characters of text a delta. Typical: 70, which makes
/// about 150 bytes of JSON. Large: 1,000. The <c>Frames</c> methods stop at the payload, the <c>Text</c> methods go on to the delta's text.
/// </summary>
public class EventDecodeBenchmarks
{
    private const int Events = 1000;

    private readonly byte[] _readBuffer = new byte[8 * 1024];
    private MemoryStream _stream = null!;
    private int _textLength;

    /// <summary>How much text an event has.</summary>
    [Params(PayloadSize.Small, PayloadSize.Typical, PayloadSize.Large)]
    public PayloadSize Size { get; set; }

    /// <summary>Makes the stream, and sees to it that all variants read it whole.</summary>
    [GlobalSetup]
    public async Task SetupAsync()
    {
        _textLength = Size switch { PayloadSize.Small => 5, PayloadSize.Typical => 70, _ => 1000 };
        var bytes = new ArrayBufferWriter<byte>();
        for (int i = 0; i < Events; i++)
        {
            EventStreamEncoder.Write(bytes, Chunk(SampleText.OfLength(_textLength, i)));
        }

        _stream = new MemoryStream(bytes.WrittenSpan.ToArray(), writable: false);
        Require(Read_AwsCoreFrames() == await Read_ToolkitFrames().ConfigureAwait(false), "The variants read different payloads.");
        Require(Read_AwsCoreText() == Events * _textLength, "The AWS variant does not read all text.");
        Require(await Read_ToolkitText().ConfigureAwait(false) == Events * _textLength, "The library does not read all text.");
    }

    /// <summary>What one would write on AWSSDK.Core: its decoder, JSON nodes, base64, JSON nodes again.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Events)]
    public int Read_AwsCoreText()
    {
        int characters = 0;
        DecodeWithAwsCore((_, received) =>
        {
            JsonNode chunk = JsonNode.Parse(received.Message.Payload)!;
            JsonNode message = JsonNode.Parse(Convert.FromBase64String((string)chunk["bytes"]!))!;
            characters += ((string)message["delta"]!["text"]!).Length;
        });
        return characters;
    }

    /// <summary>The library: frames to <see cref="ClaudeStreamEvent"/>, as in a stream of the client.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public async Task<int> Read_ToolkitText()
    {
        _stream.Position = 0;
        int characters = 0;
        var reader = new EventStreamReader(_stream, leaveOpen: true);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                characters += ChunkPayload.Read(reader.Frame.Payload.Span, ClaudeModels.Sonnet45.EventTypeInfo).Text!.Length;
            }
        }

        return characters;
    }

    /// <summary>The decoder of AWSSDK.Core alone.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public int Read_AwsCoreFrames()
    {
        int bytes = 0;
        DecodeWithAwsCore((_, received) => bytes += received.Message.Payload.Length);
        return bytes;
    }

    /// <summary>The library's frame reader alone.</summary>
    [Benchmark(OperationsPerInvoke = Events)]
    public async Task<int> Read_ToolkitFrames()
    {
        _stream.Position = 0;
        int bytes = 0;
        var reader = new EventStreamReader(_stream, leaveOpen: true);
        await using (reader.ConfigureAwait(false))
        {
            while (await reader.ReadAsync().ConfigureAwait(false))
            {
                bytes += reader.Frame.Payload.Length;
            }
        }

        return bytes;
    }

    /// <summary>Closes the stream.</summary>
    [GlobalCleanup]
    public void Cleanup() => _stream?.Dispose();

    private static EventStreamMessage Chunk(string text)
    {
        string json = $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":{{{JsonSerializer.Serialize(text)}}}}}""";
        string payload = $$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}","p":"abcdefghijklmnopqrst"}""";
        return new EventStreamMessage(
            [
                EventStreamHeader.FromString(":event-type", "chunk"),
                EventStreamHeader.FromString(":content-type", "application/json"),
                EventStreamHeader.FromString(":message-type", "event"),
            ],
            Encoding.UTF8.GetBytes(payload));
    }

    private static void Require(bool holds, string otherwise)
    {
        if (!holds)
        {
            throw new InvalidOperationException(otherwise);
        }
    }

    private void DecodeWithAwsCore(EventHandler<EventStreamMessageReceivedEventArgs> received)
    {
        _stream.Position = 0;
        using var decoder = new EventStreamDecoder();
        decoder.MessageReceived += received;
        int read;
        while ((read = _stream.Read(_readBuffer, 0, _readBuffer.Length)) > 0)
        {
            decoder.ProcessData(_readBuffer, 0, read);
        }
    }
}
