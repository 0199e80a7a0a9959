using System.Text.Json;
using BenchmarkDotNet.Attributes;
using Bedrock.Toolkit.Benchmarks.Serialization;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.Benchmarks.Calls;

/// <summary>
/// A whole call of Titan Text Embeddings V2 on the loopback address, with 1,024 numbers back, 32 in flight. The service names the vector twice:
/// the library reads both, the record by hand the first only.
/// </summary>
public class EmbeddingCallBenchmarks : CallBenchmarks
{
    private const string EmbedId = "amazon.titan-embed-text-v2:0";

    private static readonly string Input = SampleText.OfLength(300);

    private static readonly EmbeddingPipelineOptions<string> Options = new()
    {
        Text = static text => text,
        Dimensions = CannedAnswers.Floats,
        MaxConcurrency = InFlight,
    };

    /// <summary>What one would write by hand: HttpClient, the signer of AWSSDK.Core, own records and source generation.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = Calls)]
    public Task Embed_ByHand() => RunAsync(ByHandAsync);

    /// <summary>The library.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public Task Embed_Toolkit() => RunAsync(ToolkitAsync);

    /// <summary>The library's pipeline for many texts, as many calls at a time, with the order kept.</summary>
    [Benchmark(OperationsPerInvoke = Calls)]
    public async Task EmbedMany_Toolkit()
    {
        int vectors = 0;
        await foreach (EmbeddedItem<string> item in Toolkit.EmbedManyAsync(TitanModels.EmbedTextV2, Texts().ToAsyncEnumerable(), Options)
            .ConfigureAwait(false))
        {
            vectors += item.Vector.Length == CannedAnswers.Floats ? 1 : 0;
        }

        Require(vectors == Calls, "The pipeline gives fewer vectors.");
    }

    /// <inheritdoc/>
    protected override async Task CheckAsync()
    {
        float[] vector = await ByHandAsync().ConfigureAwait(false);
        Require(vector.Length == CannedAnswers.Floats, "The variant by hand reads another vector.");
        Require((await ToolkitAsync().ConfigureAwait(false)).Span.SequenceEqual(vector), "The library reads another vector.");
    }

    private static IEnumerable<string> Texts() => Enumerable.Repeat(Input, Calls);

    private async Task<float[]> ByHandAsync()
    {
        byte[] body = JsonSerializer.SerializeToUtf8Bytes(new OwnEmbeddingRequest(Input, CannedAnswers.Floats, true),
            OwnEmbeddingJsonContext.Default.OwnEmbeddingRequest);
        using HttpRequestMessage request = Signer.Create(EmbedId, "invoke", body);
        using HttpResponseMessage response = await Http.SendAsync(request).ConfigureAwait(false);
        response.EnsureSuccessStatusCode();
        byte[] json = await response.Content.ReadAsByteArrayAsync().ConfigureAwait(false);
        return JsonSerializer.Deserialize(json, OwnEmbeddingJsonContext.Default.OwnEmbeddingResponse)!.Embedding;
    }

    private async Task<ReadOnlyMemory<float>> ToolkitAsync()
    {
        var request = new TitanEmbedTextRequest { InputText = Input, Dimensions = CannedAnswers.Floats, Normalize = true };
        return (await Toolkit.InvokeAsync(TitanModels.EmbedTextV2, request).ConfigureAwait(false)).Embedding;
    }
}
