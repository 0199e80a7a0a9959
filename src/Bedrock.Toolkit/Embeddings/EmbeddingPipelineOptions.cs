namespace Bedrock.Toolkit;

/// <summary>How a run embeds a stream of items. Not thread-safe; read when the run is made.</summary>
/// <typeparam name="T">What is embedded.</typeparam>
public sealed class EmbeddingPipelineOptions<T>
{
    /// <summary>Takes the text out of an item.</summary>
    /// <value>Null by default: a string is its own text; other items need this or <see cref="Image"/>.</value>
    public Func<T, string?>? Text { get; set; }

    /// <summary>Takes the image out of an item; where it gives null, <see cref="Text"/> is asked.</summary>
    /// <value>Null by default; only for models that take images.</value>
    public Func<T, BedrockImage?>? Image { get; set; }

    /// <summary>Takes the key out of an item: what tells it from all others, in this run and the next.</summary>
    /// <value>Null by default; required with <see cref="Checkpoint"/>. Keys must be unique in the source.</value>
    public Func<T, string>? Key { get; set; }

    /// <summary>What the vectors are for.</summary>
    /// <value><see cref="EmbeddingPurpose.Document"/> by default.</value>
    public EmbeddingPurpose Purpose { get; set; }

    /// <summary>The length of the vectors.</summary>
    /// <value>The model's default when null.</value>
    public int? Dimensions { get; set; }

    /// <summary>How many calls may run at once; fewer do while the service throttles.</summary>
    /// <value>1 to 1,000; 16 by default.</value>
    public int MaxConcurrency { get; set; } = 16;

    /// <summary>How many items go into one call at most.</summary>
    /// <value>1 or more; as many as the model takes when null or when that is less.</value>
    public int? MaxBatchCount { get; set; }

    /// <summary>How many bytes of content go into one call at most: UTF-8 for texts, base64 for images.</summary>
    /// <value>1 or more; as many as the model takes when null or when that is less. An item above it is sent alone.</value>
    public int? MaxBatchBytes { get; set; }

    /// <summary>How long an item waits for others of its batch when the source is slow.</summary>
    /// <value>0 or more; 100 milliseconds by default.</value>
    public TimeSpan MaxBatchDelay { get; set; } = TimeSpan.FromMilliseconds(100);

    /// <summary>Whether items come out in the order in which they went in.</summary>
    /// <value>True by default; without order, a slow call holds up nobody else.</value>
    public bool KeepOrder { get; set; } = true;

    /// <summary>How many attempts a call gets when the service or the connection fails; throttling does not count.</summary>
    /// <value>1 to 20; 6 by default.</value>
    public int MaxAttempts { get; set; } = 6;

    /// <summary>How long a call is repeated while the service throttles it; then the run ends with the exception, and can be resumed.</summary>
    /// <value>Positive; 10 minutes by default.</value>
    public TimeSpan ThrottlingTimeout { get; set; } = TimeSpan.FromMinutes(10);

    /// <summary>How many items may fail on the service's side in a row, before the run ends with an exception instead of failing them all.</summary>
    /// <value>1 or more; 100 by default.</value>
    public int MaxConsecutiveFailures { get; set; } = 100;

    /// <summary>Told how far the run has come, on the thread of whoever enumerates it.</summary>
    /// <value>Null by default.</value>
    public IProgress<EmbeddingProgress>? Progress { get; set; }

    /// <summary>How long <see cref="Progress"/> is left alone between two reports; the last report always comes.</summary>
    /// <value>0 or more; 1 second by default.</value>
    public TimeSpan ProgressInterval { get; set; } = TimeSpan.FromSeconds(1);

    /// <summary>How many items the source has, for the remaining time.</summary>
    /// <value>Null (not known) by default.</value>
    public long? ExpectedCount { get; set; }

    /// <summary>Remembers what is done.</summary>
    /// <value>Null by default: a run starts from the beginning.</value>
    public IEmbeddingCheckpoint? Checkpoint { get; set; }

    /// <summary>Whether items that failed in an earlier run are tried again; those whose content changed always are.</summary>
    /// <value>False by default.</value>
    public bool RetryFailed { get; set; }

    /// <summary>Receives the items that cannot be embedded; then they do not come out of the run.</summary>
    /// <value>Null by default: they come out with their <see cref="EmbeddedItem{T}.Error"/>.</value>
    public Func<EmbeddedItem<T>, CancellationToken, ValueTask>? DeadLetter { get; set; }

    /// <summary>Settings of each call; <see cref="Toolkit.InvokeOptions.MaxAttempts"/> is left to the run.</summary>
    /// <value>Null by default.</value>
    public InvokeOptions? InvokeOptions { get; set; }

    /// <summary>The clock for delays and rates.</summary>
    /// <value><see cref="TimeProvider.System"/> by default.</value>
    public TimeProvider TimeProvider { get; set; } = TimeProvider.System;

    /// <summary>A copy whose settings fit together and fit the model.</summary>
    internal EmbeddingPipelineOptions<T> Checked(IEmbeddingModel model)
    {
        var copy = (EmbeddingPipelineOptions<T>)MemberwiseClone();
        if (copy.Text is null && copy.Image is null)
        {
            copy.Text = typeof(T) == typeof(string)
                ? static item => item as string
                : throw Wrong(nameof(Text), $"is null, and so is {nameof(Image)}: an item of type {typeof(T).Name} does not tell what to embed");
        }

        Require(copy.Image is null || model.MaxImagesPerCall > 0, nameof(Image), $"is set, but {model.Id} takes only texts");
        Require(copy.Checkpoint is null || copy.Key is not null, nameof(Key), $"is null, but {nameof(Checkpoint)} needs keys");
        Require(MaxConcurrency is >= 1 and <= 1000, nameof(MaxConcurrency), "must be 1 to 1,000");
        Require(MaxBatchCount is null or >= 1, nameof(MaxBatchCount), "must be 1 or more");
        Require(MaxBatchBytes is null or >= 1, nameof(MaxBatchBytes), "must be 1 or more");
        Require(MaxBatchDelay >= TimeSpan.Zero, nameof(MaxBatchDelay), "must be 0 or more");
        Require(MaxAttempts is >= 1 and <= 20, nameof(MaxAttempts), "must be 1 to 20");
        Require(ThrottlingTimeout > TimeSpan.Zero, nameof(ThrottlingTimeout), "must be positive");
        Require(MaxConsecutiveFailures >= 1, nameof(MaxConsecutiveFailures), "must be 1 or more");
        Require(ProgressInterval >= TimeSpan.Zero, nameof(ProgressInterval), "must be 0 or more");
        Require(ExpectedCount is null or >= 0, nameof(ExpectedCount), "must be 0 or more");
        Require(TimeProvider is not null, nameof(TimeProvider), "is null");
        return copy;
    }

    private static void Require(bool rule, string member, string broken)
    {
        if (!rule)
        {
            throw Wrong(member, broken);
        }
    }

    private static ArgumentException Wrong(string member, string broken) => new($"EmbeddingPipelineOptions.{member} {broken}.", "options");
}
