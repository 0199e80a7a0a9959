using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Benchmarks.Serialization;

/// <summary>A deep copy of a Claude request, against the way over JSON that one would write by hand. Sizes as in <see cref="ClaudeRequestWriteBenchmarks"/>.</summary>
public class CopyBenchmarks
{
    private ClaudeRequest _request = null!;

    /// <summary>How large the conversation is.</summary>
    [Params(PayloadSize.Small, PayloadSize.Typical, PayloadSize.Large)]
    public PayloadSize Size { get; set; }

    /// <summary>Makes the request, and sees to it that both ways give the same.</summary>
    [GlobalSetup]
    public void Setup()
    {
        (int messages, int length, int tools) = Size switch
        {
            PayloadSize.Small => (1, 60, 0),
            PayloadSize.Typical => (10, 200, 3),
            _ => (10, 2048, 3),
        };
        var schema = JsonElement.Parse("""{"type":"object","properties":{"city":{"type":"string"}},"required":["city"]}""");
        _request = new ClaudeRequest
        {
            MaxTokens = 1024,
            Messages =
            [
                .. Enumerable.Range(0, messages).Select(i => i % 2 == 0
                    ? ClaudeMessage.User(SampleText.OfLength(length, i))
                    : ClaudeMessage.Assistant(SampleText.OfLength(length, i))),
            ],
            Tools = tools == 0 ? null : [.. Enumerable.Range(0, tools).Select(i => new ClaudeTool($"weather_{i}", "The weather in a city.", schema))],
        };
        JsonElement expected = JsonElement.Parse(BedrockJson.Serialize(_request));
        EqualJson.Require(expected, JsonSerializer.SerializeToUtf8Bytes(Copy_Toolkit(), BedrockJson.TypeInfo<ClaudeRequest>()), nameof(Copy_Toolkit));
        EqualJson.Require(expected, JsonSerializer.SerializeToUtf8Bytes(Copy_OverJson(), BedrockJson.TypeInfo<ClaudeRequest>()), nameof(Copy_OverJson));
    }

    /// <summary>To JSON and back.</summary>
    /// <returns>The copy.</returns>
    [Benchmark(Baseline = true)]
    public ClaudeRequest Copy_OverJson() =>
        BedrockJson.Deserialize<ClaudeRequest>(JsonSerializer.SerializeToUtf8Bytes(_request, BedrockJson.TypeInfo<ClaudeRequest>()));

    /// <summary>The generated copy.</summary>
    /// <returns>The copy.</returns>
    [Benchmark]
    public ClaudeRequest Copy_Toolkit() => _request.Clone();
}
