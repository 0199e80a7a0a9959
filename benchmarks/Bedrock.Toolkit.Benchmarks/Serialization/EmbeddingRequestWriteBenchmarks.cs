using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Models;
using Bedrock.Toolkit.Serialization;

namespace Bedrock.Toolkit.Benchmarks.Serialization;

/// <summary>A request for Titan Text Embeddings V2 to JSON. Small: a search of 40 characters. Typical: a passage of 512. Large: a page of 8,192.</summary>
public class EmbeddingRequestWriteBenchmarks
{
    private readonly PooledBuffer _buffer = new();
    private TitanEmbedTextRequest _request = null!;
    private OwnEmbeddingRequest _own = null!;

    /// <summary>How long the text is.</summary>
    [Params(PayloadSize.Small, PayloadSize.Typical, PayloadSize.Large)]
    public PayloadSize Size { get; set; }

    /// <summary>Makes the requests, and sees to it that both variants write the same JSON.</summary>
    [GlobalSetup]
    public void Setup()
    {
        string text = SampleText.OfLength(Size switch { PayloadSize.Small => 40, PayloadSize.Typical => 512, _ => 8192 });
        _request = new TitanEmbedTextRequest { InputText = text, Dimensions = 1024, Normalize = true };
        _own = new OwnEmbeddingRequest(text, 1024, true);
        Write_Toolkit();
        EqualJson.Require(JsonElement.Parse(Write_OwnRecord()), _buffer.WrittenSpan, nameof(Write_Toolkit));
    }

    /// <summary>What one would write by hand: an own record, a source-generated context, a new array.</summary>
    [Benchmark(Baseline = true)]
    public byte[] Write_OwnRecord() => JsonSerializer.SerializeToUtf8Bytes(_own, OwnEmbeddingJsonContext.Default.OwnEmbeddingRequest);

    /// <summary>The library's writer into a buffer that is used again.</summary>
    [Benchmark]
    public int Write_Toolkit()
    {
        _buffer.Clear();
        JsonBody.Write(_buffer, _request, TitanModels.EmbedTextV2.RequestTypeInfo);
        return _buffer.Length;
    }

    /// <summary>Gives the buffer back.</summary>
    [GlobalCleanup]
    public void Cleanup() => _buffer.Dispose();
}
