namespace Bedrock.Toolkit.ControlPlane;

/// <summary>The models of a Region with all that has to be known before one is called: id or profile, access, lifecycle, modalities, rules.
/// Thread-safe.</summary>
/// <remarks>
/// It asks ListFoundationModels and ListInferenceProfiles once and keeps the answers for <see cref="CacheTime"/>. For another Region make another one over
/// <see cref="BedrockControlClient.WithOptions"/>. Sources: https://docs.aws.amazon.com/bedrock/latest/APIReference/API_ListFoundationModels.html and
/// https://docs.aws.amazon.com/bedrock/latest/userguide/model-lifecycle.html
/// </remarks>
public sealed class ModelCatalogue
{
    private const int MaxAccessCalls = 4;

    private readonly BedrockControlClient _control;
    private readonly TimeProvider _time;
    private readonly Lock _lock = new();
    private Task<IReadOnlyList<CatalogueModel>>? _models;
    private DateTimeOffset _until;

    /// <summary>Makes one. Nothing is asked yet.</summary>
    /// <param name="control">The client of the Region; stays yours to dispose.</param>
    /// <param name="time">The clock of the cache; the system's when null.</param>
    public ModelCatalogue(BedrockControlClient control, TimeProvider? time = null)
    {
        ArgumentNullException.ThrowIfNull(control);
        _control = control;
        _time = time ?? TimeProvider.System;
    }

    /// <summary>How long the lists are kept.</summary>
    /// <value>An hour by default.</value>
    public TimeSpan CacheTime { get; init; } = TimeSpan.FromHours(1);

    /// <summary>All models that the Region lists, those that the account may not call too, in the service's order.</summary>
    /// <remarks>Variants that only a provisioned throughput serves are folded into their model.</remarks>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The models.</returns>
    /// <exception cref="BedrockException">A call failed; the next question asks again.</exception>
    public Task<IReadOnlyList<CatalogueModel>> GetModelsAsync(CancellationToken cancellationToken = default)
    {
        Task<IReadOnlyList<CatalogueModel>> models;
        lock (_lock)
        {
            DateTimeOffset now = _time.GetUtcNow();
            if (_models is null || _models.IsFaulted || _models.IsCanceled || now >= _until)
            {
                // For all who ask, so that the token of one does not end it.
                _models = LoadAsync();
                _until = now + CacheTime;
            }

            models = _models;
        }

        return models.WaitAsync(cancellationToken);
    }

    /// <summary>The model behind an id, a profile or an ARN.</summary>
    /// <param name="id">The id.</param>
    /// <param name="cancellationToken">Cancels the wait.</param>
    /// <returns>The model; null when the Region does not list it, or the id hides its model.</returns>
    /// <exception cref="BedrockException">A call failed.</exception>
    public async Task<CatalogueModel?> FindModelAsync(ModelId id, CancellationToken cancellationToken = default)
    {
        IReadOnlyList<CatalogueModel> models = await GetModelsAsync(cancellationToken).ConfigureAwait(false);
        return models.FirstOrDefault(model => model.Id.Value == id.BaseModel || model.ProvisionedIds.Any(variant => variant.Value == id.BaseModel));
    }

    /// <summary>The models that serve some needs.</summary>
    /// <remarks>With <see cref="ModelNeeds.HasAccess"/> one more call is made for each model that serves the others.</remarks>
    /// <param name="needs">The needs.</param>
    /// <param name="cancellationToken">Cancels the calls.</param>
    /// <returns>The models, in the service's order.</returns>
    /// <exception cref="BedrockException">A call failed.</exception>
    public async Task<IReadOnlyList<CatalogueModel>> FindAsync(ModelNeeds needs, CancellationToken cancellationToken = default)
    {
        ArgumentNullException.ThrowIfNull(needs);
        IReadOnlyList<CatalogueModel> all = await GetModelsAsync(cancellationToken).ConfigureAwait(false);
        CatalogueModel[] found = [.. all.Where(needs.AreServedBy)];
        if (!needs.HasAccess)
        {
            return found;
        }

        bool[] callable = new bool[found.Length];
        await Parallel.ForAsync(0, found.Length, new ParallelOptions { MaxDegreeOfParallelism = MaxAccessCalls, CancellationToken = cancellationToken },
            async (index, token) => callable[index] = (await GetAccessAsync(found[index].Id, token).ConfigureAwait(false)).IsCallable).ConfigureAwait(false);
        return [.. found.Where((_, index) => callable[index])];
    }

    /// <summary>Asks whether the account may call a model. Not kept.</summary>
    /// <param name="id">The id, a profile, or an ARN that shows the model.</param>
    /// <param name="cancellationToken">Cancels the call.</param>
    /// <returns>What stands in the way, if anything.</returns>
    /// <exception cref="ArgumentException">The id hides its model.</exception>
    /// <exception cref="BedrockException">The call failed.</exception>
    public async Task<ModelAccess> GetAccessAsync(ModelId id, CancellationToken cancellationToken = default)
    {
        string model = id.BaseModel ?? throw new ArgumentException("The id must show its model: a foundation model or a profile of AWS.", nameof(id));
        return new ModelAccess(await _control.GetFoundationModelAvailabilityAsync(
            new GetFoundationModelAvailabilityRequest { ModelId = model }, null, cancellationToken).ConfigureAwait(false));
    }

    /// <summary>Asks for the lists again at the next question.</summary>
    public void Forget()
    {
        lock (_lock)
        {
            _models = null;
        }
    }

    private async Task<IReadOnlyList<CatalogueModel>> LoadAsync()
    {
        ListFoundationModelsResponse listed = await _control.ListFoundationModelsAsync().ConfigureAwait(false);
        List<ModelProfile> profiles = [];
        var request = new ListInferenceProfilesRequest { TypeEquals = InferenceProfileType.SystemDefined };
        await foreach (InferenceProfileSummary summary in _control.ListInferenceProfilesAsync(request).ConfigureAwait(false))
        {
            if (ModelProfile.Of(summary) is { } profile)
            {
                profiles.Add(profile);
            }
        }

        ILookup<string?, ModelProfile> ofModel = profiles.ToLookup(static profile => profile.Id.BaseModel);
        FoundationModelSummary[] models = [.. (listed.ModelSummaries ?? []).Where(static summary => !string.IsNullOrEmpty(summary.ModelId))];
        HashSet<string> ids = [.. models.Select(static summary => summary.ModelId!)];
        ILookup<string?, string> variants = models.ToLookup(summary => ModelOfVariant(summary.ModelId!, ids), static summary => summary.ModelId!);
        return
        [
            .. models.Where(summary => ModelOfVariant(summary.ModelId!, ids) is null)
                .Select(summary => new CatalogueModel(summary, ofModel[summary.ModelId], variants[summary.ModelId])),
        ];
    }

    // amazon.nova-lite-v1:0:24k is amazon.nova-lite-v1:0 with a context of its own.
    private static string? ModelOfVariant(string id, HashSet<string> ids)
    {
        for (int end = id.LastIndexOf(':'); end > 0; end = id.LastIndexOf(':', end - 1))
        {
            if (ids.Contains(id[..end]))
            {
                return id[..end];
            }
        }

        return null;
    }
}
