using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text.Json.Serialization.Metadata;
using Amazon.S3;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.ControlPlane.Batch;

/// <summary>
/// Batch inference (model invocation jobs): typed requests in, typed answers out, over files in S3, at half the price of direct calls and in hours instead of
/// seconds. Thread-safe; each manifest takes one run at a time.
/// </summary>
/// <remarks>
/// <para>Records are checked as direct calls check them, written to S3 within the service's limits, and sent as one or more jobs, which are waited for. Answers
/// come back by their keys, in any order. What failed or has no result is sent again, and only that.</para>
/// <para>Everything is noted in the manifest before it is done. A run that was stopped at any point is run again with the same manifest and the same
/// records: every key is handed over once more, and nothing is sent or billed twice.</para>
/// <para>Source: https://docs.aws.amazon.com/bedrock/latest/userguide/batch-inference.html</para>
/// </remarks>
public sealed class BatchInference
{
    private const string InvokeModel = "InvokeModel";
    private const string Converse = "Converse";
    private const string ModelIdMember = "modelId";

    // Embedding models that the service does not list for batch inference.
    private static readonly string[] NotListed = ["cohere.embed", "amazon.titan-embed-text-v1", "amazon.titan-embed-g1-text", "twelvelabs.marengo-embed"];

    private readonly BedrockControlClient _control;
    private readonly IAmazonS3 _s3;
    private readonly BatchInferenceOptions _options;

    /// <summary>Makes a batch.</summary>
    /// <param name="control">The control plane; the caller disposes it.</param>
    /// <param name="s3">S3, in the Region of the buckets; the caller disposes it.</param>
    /// <param name="options">Places, role, limits; copied.</param>
    /// <exception cref="ArgumentException">An option is wrong; the message names it and the rule.</exception>
    public BatchInference(BedrockControlClient control, IAmazonS3 s3, BatchInferenceOptions options)
    {
        ArgumentNullException.ThrowIfNull(control);
        ArgumentNullException.ThrowIfNull(s3);
        ArgumentNullException.ThrowIfNull(options);
        _control = control;
        _s3 = s3;
        _options = options.Checked();

        // What a job would be refused for is told before anything is written.
        var head = new ManifestHead("run", "model", InvokeModel, _options.InputUri, _options.OutputUri);
        BatchJobs.Request(_options, head, _options.JobNamePrefix, "token", BatchPlaces.Inputs(_options, "run"))
            .Check(new RequestCheck(nameof(CreateModelInvocationJobRequest)));
    }

    /// <summary>Asks a model in its own terms (InvokeModel).</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="model">The model; one that the service lists for batch inference.</param>
    /// <param name="records">The requests, each with a key of its own. Read once for each time that the answers are enumerated.</param>
    /// <param name="cancellationToken">Stops waiting; jobs go on, and a later run finds them.</param>
    /// <returns>
    /// Every key once, with an answer or a failure, in any order. Nothing is done before it is enumerated. The enumeration throws: an
    /// <see cref="ArgumentException"/> when there are too few records, a key comes twice, a request would be refused, or the manifest is that of another run;
    /// a <see cref="BedrockException"/> or <see cref="AmazonS3Exception"/> when a call failed, after which the run can be taken up again.
    /// </returns>
    public IAsyncEnumerable<BatchAnswer<TResponse>> RunAsync<TRequest, TResponse>(
        Model<TRequest, TResponse> model,
        IAsyncEnumerable<KeyValuePair<string, TRequest>> records,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(records);
        var source = new BatchSource<TRequest>(records, (line, id, request) =>
        {
            RefuseModelId(request);
            model.CheckRequest?.Invoke(request);
            return line.Write(id, request, model.RequestTypeInfo);
        });
        return RunAsync(model.Id, InvokeModel, source, model.ResponseTypeInfo, cancellationToken);
    }

    /// <summary>Asks any model in the terms of Converse.</summary>
    /// <param name="model">The model, or an inference profile where the model needs one; one that the service lists for batch inference.</param>
    /// <param name="records">The conversations, each with a key of its own. Read once for each time that the answers are enumerated.</param>
    /// <param name="cancellationToken">Stops waiting; jobs go on, and a later run finds them.</param>
    /// <returns>Every key once, as <see cref="RunAsync{TRequest, TResponse}"/> gives it.</returns>
    public IAsyncEnumerable<BatchAnswer<ConverseResponse>> RunConverseAsync(
        ModelId model,
        IAsyncEnumerable<KeyValuePair<string, ConverseRequest>> records,
        CancellationToken cancellationToken = default)
    {
        _ = model.Value;
        ArgumentNullException.ThrowIfNull(records);
        var check = ConverseRequestCheck.For(ModelRules.For(model));
        var source = new BatchSource<ConverseRequest>(records, (line, id, request) =>
        {
            RefuseModelId(request);
            ConverseRequest sent = ToolSchemas.WithTypes(request);
            check.Check(sent);
            return line.Write(id, sent, ConverseJson.Request);
        });
        return RunAsync(model, Converse, source, ConverseJson.Response, cancellationToken);
    }

    /// <summary>Embeds texts with a model that the service takes in batches: <c>TitanModels.EmbedTextV2</c> or Nova Multimodal Embeddings.</summary>
    /// <typeparam name="TRequest">The model's request.</typeparam>
    /// <typeparam name="TResponse">The model's response.</typeparam>
    /// <param name="model">The model.</param>
    /// <param name="texts">The texts, none of them blank; their places are the keys, so that a run that goes on must have them in the same order.</param>
    /// <param name="kind">What the vectors are for.</param>
    /// <param name="dimensions">The length of the vectors; the model's default when null.</param>
    /// <param name="cancellationToken">Stops waiting; jobs go on, and a later run finds them.</param>
    /// <returns>Every place once, with a vector or a failure, in any order; throws as the other methods do.</returns>
    /// <exception cref="ArgumentException">The service does not list the model for batches, or the model does not offer the length.</exception>
    public IAsyncEnumerable<BatchEmbedding> EmbedManyAsync<TRequest, TResponse>(
        EmbeddingModel<TRequest, TResponse> model,
        IAsyncEnumerable<string> texts,
        EmbeddingPurpose kind = EmbeddingPurpose.Document,
        int? dimensions = null,
        CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(model);
        ArgumentNullException.ThrowIfNull(texts);
        if (model.Id.BaseModel is { } name && NotListed.Any(beginning => name.StartsWith(beginning, StringComparison.Ordinal)))
        {
            throw new ArgumentException(
                $"{name} is not listed for batch inference: embed with EmbedManyAsync of the client. RunAsync would send it all the same.", nameof(model));
        }

        if (dimensions is { } length && (length < 1 || (model.Dimensions.Count > 0 && !model.Dimensions.Contains(length))))
        {
            throw new ArgumentException($"dimensions is {length}, but {model.Id} offers {string.Join(", ", model.Dimensions)}.", nameof(dimensions));
        }

        return EmbedAsync(model, texts, kind, dimensions, cancellationToken);
    }

    private async IAsyncEnumerable<BatchEmbedding> EmbedAsync<TRequest, TResponse>(EmbeddingModel<TRequest, TResponse> model, IAsyncEnumerable<string> texts,
        EmbeddingPurpose kind, int? dimensions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        IAsyncEnumerable<BatchAnswer<TResponse>> answers = RunAsync(model, RequestsAsync(model, texts, kind, dimensions, cancellationToken), cancellationToken);
        await foreach (BatchAnswer<TResponse> answer in answers.ConfigureAwait(false))
        {
            long index = long.Parse(answer.Key, NumberStyles.None, CultureInfo.InvariantCulture);
            if (!answer.Succeeded)
            {
                yield return new BatchEmbedding(index, default, answer.Failure);
                continue;
            }

            IReadOnlyList<ReadOnlyMemory<float>> vectors = model.ReadVectors(answer.Response);
            bool isGood = vectors is [{ IsEmpty: false }] && (dimensions is null || vectors[0].Length == dimensions);
            yield return isGood
                ? new BatchEmbedding(index, vectors[0], null)
                : new BatchEmbedding(index, default,
                    new BatchFailure(BatchFailureReason.Unreadable, null, "The answer does not hold one vector of the length that was asked for.", null));
        }
    }

    private static async IAsyncEnumerable<KeyValuePair<string, TRequest>> RequestsAsync<TRequest, TResponse>(EmbeddingModel<TRequest, TResponse> model,
        IAsyncEnumerable<string> texts, EmbeddingPurpose kind, int? dimensions, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        long index = 0;
        await foreach (string text in texts.WithCancellation(cancellationToken).ConfigureAwait(false))
        {
            if (string.IsNullOrWhiteSpace(text))
            {
                throw new ArgumentException($"texts[{index}] is blank; every one needs a text.", nameof(texts));
            }

            TRequest request = model.CreateRequest(new EmbeddingInput { Texts = [text], Purpose = kind, Dimensions = dimensions });
            yield return KeyValuePair.Create(index.ToString(CultureInfo.InvariantCulture), request);
            index++;
        }
    }

    private async IAsyncEnumerable<BatchAnswer<TResponse>> RunAsync<TResponse>(
        ModelId model, string type, BatchSource source, JsonTypeInfo<TResponse> response, [EnumeratorCancellation] CancellationToken cancellationToken)
    {
        using var manifest = BatchManifest.Open(
            _options.ManifestPath, new ManifestHead(string.Empty, model.Value, type, _options.InputUri, _options.OutputUri));
        var run = new BatchRun<TResponse>(_control, _s3, _options, manifest, response);
        await foreach (BatchAnswer<TResponse> answer in run.RunAsync(source, cancellationToken).ConfigureAwait(false))
        {
            yield return answer;
        }
    }

    // The model belongs to the job: with it in a record, every record fails.
    private static void RefuseModelId<TRequest>(TRequest request)
    {
        if (request is BedrockObject { AdditionalProperties: { } more } && more.ContainsKey(ModelIdMember))
        {
            throw new ArgumentException(
                $"{typeof(TRequest).Name}.AdditionalProperties holds {ModelIdMember}, which a record must not have: the job names the model.", nameof(request));
        }
    }
}
