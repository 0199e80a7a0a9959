namespace Bedrock.Toolkit;

/// <summary>The base of every failure of a call to Amazon Bedrock; misuse of the library throws <see cref="ArgumentException"/> instead.</summary>
/// <remarks>
/// Never holds a prompt, a body, a credential or a token. The server's own message is in <see cref="Exception.Message"/>; it can quote the
/// input, so do not log it where the input must not be logged.
/// </remarks>
public class BedrockException : Exception
{
    private string? _operation;
    private string? _modelId;
    private string? _requestId;
    private int _attempts;
    private int? _eventsDelivered;

    /// <summary>Creates the exception.</summary>
    /// <param name="message">What went wrong, without any part of the request or the answer.</param>
    /// <param name="innerException">The cause, if another exception was the cause.</param>
    public BedrockException(string message, Exception? innerException = null)
        : base(message, innerException)
    {
    }

    /// <summary>What went wrong, and with which operation and model.</summary>
    public override string Message => _operation is null || base.Message.StartsWith(_operation, StringComparison.Ordinal) ? base.Message
        : $"{base.Message} ({_operation}{(_modelId is null ? string.Empty : $" of '{_modelId}'")})";

    /// <summary>The operation that failed.</summary>
    /// <value>An API name such as <c>InvokeModel</c>; null when the failure belongs to no operation.</value>
    public string? Operation
    {
        get => _operation;
        init => _operation = value;
    }

    /// <summary>The model that was called.</summary>
    /// <value>The id as it was given; null when the operation has no model.</value>
    public string? ModelId
    {
        get => _modelId;
        init => _modelId = value;
    }

    /// <summary>The id that AWS support asks for.</summary>
    /// <value>The <c>x-amzn-RequestId</c> header; null when no answer arrived.</value>
    public string? RequestId
    {
        get => _requestId;
        init => _requestId = value;
    }

    /// <summary>How many HTTP requests were made for the call.</summary>
    /// <value>1 or more; 0 when the call failed before anything was sent.</value>
    public int Attempts
    {
        get => _attempts;
        init => _attempts = value;
    }

    /// <summary>How many events of a stream were delivered before the failure.</summary>
    /// <value>0 or more; null when the call was not a stream.</value>
    public int? EventsDelivered
    {
        get => _eventsDelivered;
        init => _eventsDelivered = value;
    }

    /// <summary>Whether the same call may succeed when it is repeated later.</summary>
    public bool IsTransient { get; init; }

    /// <summary>What the transport knows about repeating the attempt.</summary>
    internal RetryHint RetryHint { get; set; }

    /// <summary>Fills in what a deeper layer could not know; what is already there stays.</summary>
    internal void AddContext(string operation, string? modelId, string? requestId, int attempts, int? eventsDelivered)
    {
        _operation ??= operation;
        _modelId ??= modelId;
        _requestId ??= requestId;
        _attempts = Math.Max(_attempts, attempts);
        _eventsDelivered ??= eventsDelivered;
    }
}
