using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Benchmarks.Serialization;

/// <summary>
/// A Claude request to JSON. Small: one message of 60 characters. Typical: 10 messages of 200 characters and 3 tools. Large: 10 messages of
/// 2,048 characters and 3 tools. The <c>Write</c> methods start from a finished request, the <c>BuildAndWrite</c> methods make it first.
/// </summary>
public class ClaudeRequestWriteBenchmarks
{
    private static readonly JsonElement Schema = JsonElement.Parse(
        """{"type":"object","properties":{"city":{"type":"string","description":"Name of the city"},"days":{"type":"integer"}},"required":["city"]}""");

    private readonly PooledBuffer _buffer = new();
    private string[] _texts = [];
    private int _tools;
    private ClaudeRequest _request = null!;
    private OwnClaudeRequest _own = null!;

    /// <summary>How large the conversation is.</summary>
    [Params(PayloadSize.Small, PayloadSize.Typical, PayloadSize.Large)]
    public PayloadSize Size { get; set; }

    /// <summary>Makes the requests, and sees to it that all variants write the same JSON.</summary>
    [GlobalSetup]
    public void Setup()
    {
        (int messages, int length, _tools) = Size switch
        {
            PayloadSize.Small => (1, 60, 0),
            PayloadSize.Typical => (10, 200, 3),
            _ => (10, 2048, 3),
        };
        _texts = [.. Enumerable.Range(0, messages).Select(i => SampleText.OfLength(length, i))];
        _request = Build();
        _own = new OwnClaudeRequest(
            "bedrock-2023-05-31",
            1024,
            [.. _texts.Select((text, i) => new OwnClaudeMessage(i % 2 == 0 ? "user" : "assistant", [new OwnClaudeBlock("text", text)]))],
            _tools == 0 ? null : [.. Enumerable.Range(0, _tools).Select(i => new OwnClaudeTool($"weather_{i}", "The weather in a city.", Schema))]);

        JsonElement expected = JsonElement.Parse(Write_OwnRecords());
        Write_Toolkit();
        EqualJson.Require(expected, _buffer.WrittenSpan, nameof(Write_Toolkit));

        // The vendor's client puts the version in on the way; the rest of its body has to be the same.
    }

    /// <summary>What one would write by hand: own records, a source-generated context, a new array.</summary>
    [Benchmark(Baseline = true)]
    public byte[] Write_OwnRecords() => JsonSerializer.SerializeToUtf8Bytes(_own, OwnClaudeJsonContext.Default.OwnClaudeRequest);

    /// <summary>The library's writer into a buffer that is used again.</summary>
    [Benchmark]
    public int Write_Toolkit() => Write(_request);

    /// <summary>The same, with the request built anew.</summary>
    [Benchmark]
    public int BuildAndWrite_Toolkit() => Write(Build());

    /// <summary>Gives the buffer back.</summary>
    [GlobalCleanup]
    public void Cleanup() => _buffer.Dispose();

    private int Write(ClaudeRequest request)
    {
        _buffer.Clear();
        JsonBody.Write(_buffer, request, ClaudeModels.Sonnet45.RequestTypeInfo);
        return _buffer.Length;
    }

    private ClaudeRequest Build()
    {
        var messages = new List<ClaudeMessage>(_texts.Length);
        for (int i = 0; i < _texts.Length; i++)
        {
            ClaudeContent content = [new ClaudeTextBlock(_texts[i])];
            messages.Add(i % 2 == 0 ? ClaudeMessage.User(content) : ClaudeMessage.Assistant(content));
        }

        return new ClaudeRequest
        {
            MaxTokens = 1024,
            Messages = messages,
            Tools = _tools == 0
                ? null
                : [.. Enumerable.Range(0, _tools).Select(i => new ClaudeTool($"weather_{i}", "The weather in a city.", Schema))],
        };
    }
}
