namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>The simulated service refuses a request; becomes an error answer in the form of AWS.</summary>
internal sealed class ServiceFailure : Exception
{
    public ServiceFailure(int statusCode, string? code, string message)
        : base(message)
    {
        StatusCode = statusCode;
        Code = code;
    }

    public int StatusCode { get; }

    /// <summary>The name of the error; null when the answer does not name one.</summary>
    public string? Code { get; }

    /// <summary>What a model answered to Bedrock, for the model errors that tell it.</summary>
    public int? OriginalStatusCode { get; init; }

    public string? ResourceName { get; init; }

    public TimeSpan? RetryAfter { get; init; }

    public static ServiceFailure Validation(string message) => new(400, "ValidationException", message);

    /// <summary>The form in which Bedrock words a body that breaks the family's schema.</summary>
    public static ServiceFailure Malformed(string what) =>
        Validation($"Malformed input request: {what}, please reformat your input and try again.");
}
