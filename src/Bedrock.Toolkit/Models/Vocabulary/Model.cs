namespace Bedrock.Toolkit;

/// <summary>Something that Bedrock can invoke: an id, and the types that its JSON has. Immutable and thread-safe.</summary>
public abstract class Model
{
    private string? _invokePath;
    private string? _streamPath;

    private protected Model(ModelId id)
    {
        _ = id.Value;
        Id = id;
        KnownAs = id;
    }

    /// <summary>The id that goes into the request's path.</summary>
    public ModelId Id { get; private set; }

    /// <summary>The last id that showed the model: an ARN may hide it.</summary>
    internal ModelId KnownAs { get; private set; }

    /// <summary>The path of InvokeModel; made once, as every call needs it.</summary>
    internal string InvokePath => _invokePath ??= ApiCalls.PathOf(Id, "invoke");

    /// <summary>The path of InvokeModelWithResponseStream; made once, as every stream needs it.</summary>
    internal string StreamPath => _streamPath ??= ApiCalls.PathOf(Id, "invoke-with-response-stream");

    /// <summary>What the model takes and gives, as documented.</summary>
    /// <value>Text to text by default.</value>
    public ModelCapabilities Capabilities
    {
        get => field ??= new ModelCapabilities { Streaming = CanStream };
        init => field = value with { Streaming = CanStream };
    }

    /// <summary>Where the model stands in its life.</summary>
    /// <value><see cref="ModelLifecycle.Active"/> by default.</value>
    public ModelLifecycle Lifecycle { get; init; } = ModelLifecycle.Active;

    /// <summary>The type of the request.</summary>
    public abstract Type RequestType { get; }

    /// <summary>The type of the response.</summary>
    public abstract Type ResponseType { get; }

    private protected virtual bool CanStream => false;

    /// <summary>The id and the two types.</summary>
    /// <returns>A text for diagnostics.</returns>
    public override string ToString() => $"{Id} ({RequestType.Name} -> {ResponseType.Name})";

    private protected Model CopyWith(ModelId id)
    {
        _ = id.Value;
        var copy = (Model)MemberwiseClone();
        copy.Id = id;
        copy._invokePath = null;
        copy._streamPath = null;
        copy.KnownAs = id.BaseModel is null ? KnownAs : id;
        return copy;
    }
}

/// <summary>A model with typed requests and responses. Immutable and thread-safe.</summary>
/// <remarks>
/// A model of your own: <c>new Model&lt;MyRequest, MyResponse&gt;("my-id", MyContext.Default.MyRequest, MyContext.Default.MyResponse)</c>.
/// </remarks>
/// <typeparam name="TRequest">The request body.</typeparam>
/// <typeparam name="TResponse">The response body.</typeparam>
public class Model<TRequest, TResponse> : Model
{
    /// <summary>Describes a model.</summary>
    /// <param name="id">The id to call.</param>
    /// <param name="requestTypeInfo">How to write the request.</param>
    /// <param name="responseTypeInfo">How to read the response.</param>
    public Model(ModelId id, JsonTypeInfo<TRequest> requestTypeInfo, JsonTypeInfo<TResponse> responseTypeInfo)
        : base(id)
    {
        ArgumentNullException.ThrowIfNull(requestTypeInfo);
        ArgumentNullException.ThrowIfNull(responseTypeInfo);
        RequestTypeInfo = requestTypeInfo;
        ResponseTypeInfo = responseTypeInfo;
    }

    /// <summary>How the request is written.</summary>
    public JsonTypeInfo<TRequest> RequestTypeInfo { get; }

    /// <summary>How the response is read.</summary>
    public JsonTypeInfo<TResponse> ResponseTypeInfo { get; }

    /// <summary>Refuses a request that the service would surely refuse, before anything is sent.</summary>
    /// <value>Throws an <see cref="ArgumentException"/> that names the member and the rule; null when there is nothing to check.</value>
    public Action<TRequest>? CheckRequest { get; init; }

    /// <summary>Reads the most tokens that a request lets the model write: Bedrock reserves them against the quota when the call starts.</summary>
    /// <value>Gives null when the request leaves it to the model; null when the model writes no tokens (embeddings, images).</value>
    public Func<TRequest, int?>? ReadMaxTokens { get; init; }

    /// <inheritdoc/>
    public sealed override Type RequestType => typeof(TRequest);

    /// <inheritdoc/>
    public sealed override Type ResponseType => typeof(TResponse);

    /// <summary>InvokeModel with this model: what <c>InvokeAsync</c> hands to the client.</summary>
    /// <param name="request">The request.</param>
    /// <returns>The call.</returns>
    public BedrockCall<TRequest, TResponse> ToCall(TRequest request) => new()
    {
        Operation = ApiCalls.InvokeModel,
        Path = InvokePath,
        ModelId = Id,
        Request = request,
        RequestTypeInfo = RequestTypeInfo,
        ResponseTypeInfo = ResponseTypeInfo,
        CheckRequest = CheckRequest,
        ReadMaxTokens = ReadMaxTokens,
        LongestAnswer = Capabilities.MaxOutputTokens,
        Output = Capabilities.Output,
        HasHeaderOptions = true,
    };

    /// <summary>The same types under another id: a provisioned, custom or imported model, or a profile of your own.</summary>
    /// <param name="id">The id or ARN.</param>
    /// <returns>The new descriptor.</returns>
    /// <exception cref="InvalidOperationException">The id is the <c>default</c> value.</exception>
    public virtual Model<TRequest, TResponse> WithId(ModelId id) => (Model<TRequest, TResponse>)CopyWith(id);

    /// <summary>The same model through an inference profile of a geography.</summary>
    /// <param name="geography">Such as <c>us</c>, <c>eu</c>, <c>apac</c>, <c>us-gov</c>, <c>jp</c>, <c>au</c>, <c>global</c>.</param>
    /// <returns>The new descriptor.</returns>
    /// <exception cref="ArgumentException">The id is an ARN or has a prefix already.</exception>
    public virtual Model<TRequest, TResponse> InProfile(string geography) => WithId(Id.InProfile(geography));
}
