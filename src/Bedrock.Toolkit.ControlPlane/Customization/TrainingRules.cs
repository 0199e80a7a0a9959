using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.ControlPlane.Customization;

/// <summary>What a model that is customised takes: the form of its records, how many, and its hyper-parameters. Immutable and thread-safe.</summary>
/// <remarks>
/// Sources: https://docs.aws.amazon.com/bedrock/latest/userguide/model-customization-prepare.html and custom-models-hp.html; the counts of Titan Text and Llama
/// are unconfirmed. A model that is not known is held to nothing.
/// </remarks>
public sealed record TrainingRules
{
    private static readonly string[] NovaWords = ["User:", "Bot:", "Assistant:", "System:", "<image>", "<video>", "[EOS]"];

    private static readonly (string Prefix, TrainingRules Rules)[] Known =
    [
        ("amazon.nova-canvas", new() { Schema = TrainingSchema.ImageCaption,
            HyperParameters = [new("batchSize", 8, 192) { Default = 8 }, new("learningRate", 1e-7, 1e-4) { Default = 1e-5 },
                new("stepCount", 10, 20_000) { Default = 500 }] }),
        ("amazon.nova-", new() { Schema = TrainingSchema.Conversation, MinRecords = 8, MaxRecords = 20_000, ReservedWords = NovaWords, MaxImages = 10,
            MaxVideos = 1,
            HyperParameters = [new("epochCount", 1, 5) { Default = 2 }, new("learningRate", 1e-6, 1e-4) { Default = 1e-5 },
                new("learningRateWarmupSteps", 0, 100) { Default = 10 }] }),
        ("amazon.titan-image-generator", new() { Schema = TrainingSchema.ImageCaption, MinRecords = 5, MaxRecords = 10_000, MinText = 3, MaxText = 1_024,
            HyperParameters = [new("batchSize", 8, 192) { Default = 8 }, new("learningRate", 1e-7, 1) { Default = 1e-5 },
                new("stepCount", 10, 40_000) { IsRequired = true, TakesAuto = true }] }),
        ("amazon.titan-embed-image", new() { Schema = TrainingSchema.ImageCaption, MinRecords = 1_000, MaxRecords = 500_000, MaxText = 2_560,
            HyperParameters = [new("epochCount", 1, 100) { IsRequired = true, TakesAuto = true }, new("batchSize", 256, 9_216) { Default = 576 },
                new("learningRate", 5e-8, 1) { Default = 5e-5 }] }),
        ("amazon.titan-text-premier", new() { Schema = TrainingSchema.PromptCompletion,
            HyperParameters = [new("epochCount", 1, 5) { Default = 2 }, new("batchSize", 1, 1) { Default = 1 },
                new("learningRate", 1e-7, 1e-5) { Default = 1e-6 },
                new("learningRateWarmupSteps", 0, 20) { Default = 5 }] }),
        ("amazon.titan-text-", new() { Schema = TrainingSchema.PromptCompletion,
            HyperParameters = [new("epochCount", 1, 10) { Default = 5 }, new("batchSize", 1, 64) { Default = 1 }, new("learningRate", 0, 1) { Default = 1e-5 },
                new("learningRateWarmupSteps", 0, 250) { Default = 5 }] }),
        ("anthropic.claude-3-haiku", new() { Schema = TrainingSchema.ClaudeConversation, MinRecords = 32, MaxRecords = 10_000,
            HyperParameters = [new("epochCount", 1, 10) { Default = 2 }, new("batchSize", 4, 256) { Default = 32 },
                new("learningRateMultiplier", 0.1, 2) { Default = 1 },
                new("earlyStoppingThreshold", 0, 0.1) { Default = 0.001 }, new("earlyStoppingPatience", 1, 10) { Default = 2 }] }),
        ("cohere.command-light", CohereOf(32)),
        ("cohere.command", CohereOf(8)),
        ("meta.llama3-1-", new() { Schema = TrainingSchema.PromptCompletion, MinRecords = 100, MaxRecords = 10_000, HyperParameters = LlamaParameters }),
        ("meta.llama3-2-", new() { Schema = TrainingSchema.Conversation, MinRecords = 100, MaxRecords = 10_000, HyperParameters = LlamaParameters }),
        ("meta.llama3-3-", new() { Schema = TrainingSchema.Conversation, MinRecords = 100, MaxRecords = 10_000, HyperParameters = LlamaParameters }),
    ];

    private static HyperParameterRange[] LlamaParameters =>
        [new("epochCount", 1, 10) { Default = 5 }, new("batchSize", 1, 1) { Default = 1 }, new("learningRate", 5e-6, 0.1) { Default = 1e-4 }];

    /// <summary>The form of its records for fine-tuning.</summary>
    /// <value>Null when the model is not known.</value>
    public TrainingSchema? Schema { get; init; }

    /// <summary>The fewest records.</summary>
    /// <value>1 when nothing is known.</value>
    public int MinRecords { get; init; } = 1;

    /// <summary>The most records.</summary>
    /// <value>Null when nothing is known.</value>
    public int? MaxRecords { get; init; }

    /// <summary>Words that no text may hold.</summary>
    /// <value>Empty when there are none.</value>
    public IReadOnlyList<string> ReservedWords { get; init; } = [];

    /// <summary>The fewest characters of a caption.</summary>
    public int MinText { get; init; }

    /// <summary>The most characters of a caption.</summary>
    /// <value>Null when nothing is known.</value>
    public int? MaxText { get; init; }

    /// <summary>The most images in a record.</summary>
    /// <value>Null when nothing is known.</value>
    public int? MaxImages { get; init; }

    /// <summary>The most videos in a record.</summary>
    /// <value>Null when nothing is known.</value>
    public int? MaxVideos { get; init; }

    /// <summary>Its hyper-parameters for fine-tuning.</summary>
    /// <value>Empty when the model is not known.</value>
    public IReadOnlyList<HyperParameterRange> HyperParameters { get; init; } = [];

    /// <summary>The rules of a model.</summary>
    /// <param name="baseModel">The model that is customised: an id or an ARN of a foundation model.</param>
    /// <returns>Its rules; those that hold it to nothing when it is not known.</returns>
    public static TrainingRules For(ModelId baseModel)
    {
        string name = baseModel.BaseModel ?? string.Empty;
        return Array.Find(Known, known => name.StartsWith(known.Prefix, StringComparison.Ordinal)).Rules ?? new TrainingRules();
    }

    /// <summary>Checks hyper-parameters before a job is made of them, which would fail in minutes.</summary>
    /// <param name="values">The values, numbers as texts, as the service wants them.</param>
    /// <exception cref="ArgumentException">One is unknown, out of its range, or missing; the message names it.</exception>
    public void CheckHyperParameters(IReadOnlyDictionary<string, string> values)
    {
        ArgumentNullException.ThrowIfNull(values);
        if (HyperParameters.Count == 0)
        {
            return;
        }

        foreach ((string name, string value) in values)
        {
            HyperParameterRange? range = HyperParameters.FirstOrDefault(known => known.Name == name);
            string? fault = range is null
                ? $"HyperParameters['{name}'] is none of this model: {string.Join(", ", HyperParameters.Select(known => known.Name))}." : range.FaultOf(value);
            if (fault is not null)
            {
                throw new ArgumentException(fault, nameof(values));
            }
        }

        if (HyperParameters.FirstOrDefault(known => known.IsRequired && !values.ContainsKey(known.Name)) is { } missing)
        {
            throw new ArgumentException($"HyperParameters['{missing.Name}'] must be given: this model has no default.", nameof(values));
        }
    }

    /// <summary>What is wrong with a record; null when nothing is.</summary>
    internal string? FaultOf(TrainingRecord record)
    {
        if (Schema is { } schema && record.Schema != schema
            && record.Schema is not (TrainingSchema.Distillation or TrainingSchema.Reinforcement or TrainingSchema.Pretraining))
        {
            return $"the model takes {schema}, not {record.Schema}";
        }

        foreach ((string name, string value) in record.Texts)
        {
            if (string.IsNullOrWhiteSpace(value))
            {
                return $"'{name}' must not be blank";
            }

            if (name == "image-ref" && !value.StartsWith("s3://", StringComparison.Ordinal))
            {
                return "'image-ref' must be an address of S3";
            }

            if (name == "caption" && (value.Length < MinText || value.Length > MaxText))
            {
                return $"'caption' takes {MinText} to {MaxText} characters; it has {value.Length}";
            }
        }

        return record.Texts.Count > 0 ? FaultOfWords(record.Texts.Select(text => text.Value)) : FaultOfTurns(record);
    }

    private static TrainingRules CohereOf(int mostBatch) => new()
    {
        Schema = TrainingSchema.PromptCompletion, MaxRecords = 10_000,
        HyperParameters = [new("epochCount", 1, 100) { Default = 1 }, new("batchSize", 8, mostBatch) { Default = 8 },
            new("learningRate", 5e-6, 0.1) { Default = 1e-5 },
            new("earlyStoppingThreshold", 0, 0.1) { Default = 0.01 }, new("earlyStoppingPatience", 1, 10) { Default = 6 },
                new("evalPercentage", 5, 50) { Default = 20 }],
    };

    private string? FaultOfTurns(TrainingRecord record)
    {
        if (record.Messages.Count == 0)
        {
            return "'messages' must not be empty";
        }

        if (record.Messages[0].Role != ConversationRole.User)
        {
            return "the first turn must be the user's";
        }

        if (record.Messages.Zip(record.Messages.Skip(1)).Any(pair => pair.First.Role == pair.Second.Role))
        {
            return "the turns of user and assistant must alternate";
        }

        bool endsWithAnswer = record.Messages[^1].Role == ConversationRole.Assistant;
        if (record.Schema is TrainingSchema.Conversation or TrainingSchema.ClaudeConversation && !endsWithAnswer)
        {
            return "the last turn must be the assistant's: it is what the model learns";
        }

        ContentBlock[] blocks = [.. record.Messages.SelectMany(message => message.Content)];
        if (blocks.Any(block => block is TextBlock text && string.IsNullOrWhiteSpace(text.Text)) || record.Messages.Any(message => message.Content.Count == 0))
        {
            return "no turn and no text may be blank";
        }

        return FaultOfMedia(record, blocks) ?? FaultOfWords(blocks.OfType<TextBlock>().Select(text => text.Text).Append(record.System ?? string.Empty));
    }

    private string? FaultOfMedia(TrainingRecord record, ContentBlock[] blocks)
    {
        int images = blocks.Count(block => block is ImageContent);
        int videos = blocks.Count(block => block is VideoContent);
        return blocks.Any(block => block is not (TextBlock or ImageContent or VideoContent)) ? "only texts, images and videos can be learned from"
            : images + videos > 0 && record.Schema is (TrainingSchema.ClaudeConversation or TrainingSchema.Reinforcement)
                ? $"{record.Schema} takes texts alone"
            : images > 0 && videos > 0 ? "images and videos do not go together"
            : images > MaxImages ? $"a record takes at most {MaxImages} images; it has {images}"
            : videos > MaxVideos ? $"a record takes at most {MaxVideos} video; it has {videos}"
            : blocks.Any(block => block is ImageContent { Image.Source: not ImageS3Source } or VideoContent { Video.Source: not VideoS3Source })
                ? "images and videos must lie in S3, in the bucket of the file"
            : null;
    }

    private string? FaultOfWords(IEnumerable<string> texts) =>
        ReservedWords.FirstOrDefault(word => texts.Any(text => text.Contains(word, StringComparison.Ordinal))) is { } word ? $"the word '{word}' is reserved"
            : null;
}
