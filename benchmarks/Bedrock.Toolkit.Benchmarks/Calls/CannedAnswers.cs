using System.Buffers;
using System.Globalization;
using System.Text;
using System.Text.Json;
using Bedrock.Toolkit.EventStreams;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>What the server of the call benchmarks answers, in the form and size that Bedrock has it.</summary>
internal static class CannedAnswers
{
    /// <summary>How many text deltas the stream has.</summary>
    public const int Deltas = 500;

    /// <summary>How many characters each of them has.</summary>
    public const int DeltaLength = 70;

    /// <summary>How many numbers the vector has.</summary>
    public const int Floats = 1024;

    /// <summary>About a kilobyte of an answer of Claude.</summary>
    public static byte[] Claude { get; } = Encoding.UTF8.GetBytes(
        $$$"""{"id":"msg_bdrk_01","type":"message","role":"assistant","model":"claude-sonnet-4-5-20250929","content":[{"type":"text","text":{{{JsonSerializer.Serialize(SampleText.OfLength(750))}}}}],"stop_reason":"end_turn","stop_sequence":null,"usage":{"input_tokens":200,"cache_creation_input_tokens":0,"cache_read_input_tokens":0,"output_tokens":180}}""");

    /// <summary>The same text as OpenAI's own service would send it.</summary>
    public static byte[] OpenAI { get; } = Encoding.UTF8.GetBytes(
        $$$"""{"id":"chatcmpl-1","object":"chat.completion","created":1760000000,"model":"gpt-4o","choices":[{"index":0,"message":{"role":"assistant","content":{{{JsonSerializer.Serialize(SampleText.OfLength(750))}}},"refusal":null,"annotations":[]},"logprobs":null,"finish_reason":"stop"}],"usage":{"prompt_tokens":200,"completion_tokens":180,"total_tokens":380}}""");

    /// <summary>A vector of Titan, named twice as the service does.</summary>
    public static byte[] Embedding { get; } = MakeEmbedding();

    /// <summary>A stream of Claude.</summary>
    public static byte[] ClaudeStream { get; } = MakeStream();

    /// <summary>The same text as a stream of Converse.</summary>
    public static byte[] ConverseStream { get; } = MakeConverseStream();

    /// <summary>The answer of KMS to Encrypt, of about the length of the answer of Claude.</summary>
    public static byte[] Encrypted { get; } = Encoding.UTF8.GetBytes(
        $$"""{"CiphertextBlob":"{{Convert.ToBase64String(new byte[690])}}","KeyId":"arn:aws:kms:us-east-1:123456789012:key/abc","EncryptionAlgorithm":"SYMMETRIC_DEFAULT"}""");

    private static byte[] MakeEmbedding()
    {
        var random = new Random(17);
        string vector = string.Join(',', Enumerable.Range(0, Floats)
            .Select(_ => ((random.NextDouble() - 0.5) / 8).ToString("R", CultureInfo.InvariantCulture)));
        return Encoding.UTF8.GetBytes($$$"""{"embedding":[{{{vector}}}],"embeddingsByType":{"float":[{{{vector}}}]},"inputTextTokenCount":9}""");
    }

    private static byte[] MakeStream()
    {
        var output = new ArrayBufferWriter<byte>();
        Chunk(output, """{"type":"message_start","message":{"id":"msg_bdrk_01","type":"message","role":"assistant","model":"claude-sonnet-4-5-20250929","content":[],"stop_reason":null,"stop_sequence":null,"usage":{"input_tokens":200,"output_tokens":1}}}""");
        Chunk(output, """{"type":"content_block_start","index":0,"content_block":{"type":"text","text":""}}""");
        for (int i = 0; i < Deltas; i++)
        {
            Chunk(output, $$$"""{"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":{{{JsonSerializer.Serialize(SampleText.OfLength(DeltaLength, i))}}}}}""");
        }

        Chunk(output, """{"type":"content_block_stop","index":0}""");
        Chunk(output, """{"type":"message_delta","delta":{"stop_reason":"end_turn","stop_sequence":null},"usage":{"output_tokens":9000}}""");
        Chunk(output, """{"type":"message_stop","amazon-bedrock-invocationMetrics":{"inputTokenCount":200,"outputTokenCount":9000,"invocationLatency":1,"firstByteLatency":1}}""");
        return output.WrittenSpan.ToArray();
    }

    private static byte[] MakeConverseStream()
    {
        var output = new ArrayBufferWriter<byte>();
        Write(output, "messageStart", """{"p":"abcdefghijkl","role":"assistant"}""");
        for (int i = 0; i < Deltas; i++)
        {
            Write(output, "contentBlockDelta", $$$"""{"contentBlockIndex":0,"delta":{"text":{{{JsonSerializer.Serialize(SampleText.OfLength(DeltaLength, i))}}}},"p":"abcdefghijklmnopqrst"}""");
        }

        Write(output, "contentBlockStop", """{"contentBlockIndex":0,"p":"abcdefgh"}""");
        Write(output, "messageStop", """{"p":"abcdefghijkl","stopReason":"end_turn"}""");
        Write(output, "metadata", """{"metrics":{"latencyMs":1},"p":"abcd","usage":{"inputTokens":200,"outputTokens":9000,"totalTokens":9200}}""");
        return output.WrittenSpan.ToArray();
    }

    /// <summary>A chunk as a frame.</summary>
    public static byte[] Frame(string json)
    {
        var output = new ArrayBufferWriter<byte>();
        Chunk(output, json);
        return output.WrittenSpan.ToArray();
    }

    private static void Chunk(IBufferWriter<byte> output, string json) =>
        Write(output, "chunk", $$"""{"bytes":"{{Convert.ToBase64String(Encoding.UTF8.GetBytes(json))}}","p":"abcdefghijklmnopqrst"}""");

    private static void Write(IBufferWriter<byte> output, string type, string payload) => EventStreamEncoder.Write(output, new EventStreamMessage(
        [
            EventStreamHeader.FromString(":event-type", type),
            EventStreamHeader.FromString(":content-type", "application/json"),
            EventStreamHeader.FromString(":message-type", "event"),
        ],
        Encoding.UTF8.GetBytes(payload)));
}
