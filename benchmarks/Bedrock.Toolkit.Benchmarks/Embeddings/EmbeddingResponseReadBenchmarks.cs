using System.Globalization;
using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Benchmarks.Serialization;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Benchmarks.Embeddings;

/// <summary>
/// An answer of Titan Text Embeddings V2 to a vector; its numbers have about 17 digits, as the service sends them. The service names the
/// vector twice, as <c>embedding</c> and in <c>embeddingsByType</c>: the library reads both, an own record the first only.
/// </summary>
public class EmbeddingResponseReadBenchmarks
{
    private byte[] _json = [];

    /// <summary>How long the vector is.</summary>
    [Params(256, 1024)]
    public int Floats { get; set; }

    /// <summary>Whether the answer has the vector once or twice; the service sends it twice.</summary>
    [Params(1, 2)]
    public int Vectors { get; set; }

    /// <summary>Makes the answer, and sees to it that all variants read the same vector.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(17);
        IEnumerable<string> numbers = Enumerable.Range(0, Floats).Select(_ => ((random.NextDouble() - 0.5) / 8).ToString("R", CultureInfo.InvariantCulture));
        string vector = $"[{string.Join(',', numbers)}]";
        string second = Vectors == 2 ? ",\"embeddingsByType\":{\"float\":" + vector + "}" : "";
        _json = Encoding.UTF8.GetBytes($$"""{"embedding":{{vector}}{{second}},"inputTextTokenCount":9}""");

        float[] expected = ReadOwn()!.Embedding;
        if (expected.Length != Floats || !Read_Toolkit()!.Embedding.Span.SequenceEqual(expected) || !Read_Utf8JsonReader().AsSpan().SequenceEqual(expected))
        {
            throw new InvalidOperationException("The variants read different vectors.");
        }
    }

    /// <summary>What one would write by hand: an own record and a source-generated context.</summary>
    [Benchmark(Baseline = true)]
    public object? Read_OwnRecord() => ReadOwn();

    private OwnEmbeddingResponse? ReadOwn() => JsonSerializer.Deserialize(_json, OwnEmbeddingJsonContext.Default.OwnEmbeddingResponse);

    /// <summary>The least that System.Text.Json can do: a loop over the first vector that knows its length.</summary>
    [Benchmark]
    public float[] Read_Utf8JsonReader()
    {
        var reader = new Utf8JsonReader(_json);
        while (reader.Read() && reader.TokenType != JsonTokenType.StartArray)
        {
        }

        float[] vector = new float[Floats];
        for (int i = 0; reader.Read() && reader.TokenType == JsonTokenType.Number; i++)
        {
            vector[i] = reader.GetSingle();
        }

        return vector;
    }

    /// <summary>The library's response type, as a call reads it.</summary>
    [Benchmark]
    public TitanEmbedTextResponse? Read_Toolkit() => JsonWindow.Read(_json, TitanModels.EmbedTextV2.ResponseTypeInfo);
}
