namespace Bedrock.Toolkit;

/// <summary>A model that is only called asynchronously: it writes what it makes into S3. Immutable and thread-safe.</summary>
/// <typeparam name="TInput">The model input of an asynchronous call.</typeparam>
public sealed class AsyncModel<TInput> : Model
{
    /// <summary>Describes a model.</summary>
    /// <param name="id">The id to call.</param>
    /// <param name="inputTypeInfo">How to write the model input.</param>
    public AsyncModel(ModelId id, JsonTypeInfo<TInput> inputTypeInfo)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(inputTypeInfo);
        InputTypeInfo = inputTypeInfo;
    }

    /// <summary>How the model input is written.</summary>
    public JsonTypeInfo<TInput> InputTypeInfo { get; }

    /// <summary>Refuses an input that the service would surely refuse, before anything is sent.</summary>
    /// <value>Throws an <see cref="ArgumentException"/> that names the member and the rule; null when there is nothing to check.</value>
    public Action<TInput>? CheckInput { get; init; }

    /// <inheritdoc/>
    public override Type RequestType => typeof(TInput);

    /// <summary>There is no response body: what the model makes is in S3.</summary>
    public override Type ResponseType => typeof(void);

    /// <summary>The same input under another id.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The new descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public AsyncModel<TInput> WithId(ModelId id) => (AsyncModel<TInput>)CopyWith(id);

    /// <summary>The same model through an inference profile of a geography.</summary>
    /// <param name="geography">Such as <c>us</c>.</param>
    /// <returns>The new descriptor.</returns>
    /// <exception cref="ArgumentException">The id is an ARN or has a prefix already.</exception>
    public AsyncModel<TInput> InProfile(string geography) => WithId(Id.InProfile(geography));
}
