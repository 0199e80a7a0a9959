using Bedrock.Toolkit.AsyncInvoke;
using Bedrock.Toolkit.Converse;

namespace Bedrock.Toolkit.Testing.Simulation;

/// <summary>A simulated job. Thread-safe.</summary>
internal sealed class AsyncJob(int number, StartAsyncInvokeRequest request, string region, DateTimeOffset started)
{
    private const string FailureWords = "simulate a failure";
    private const int IdLength = 12;

    private readonly Lock _lock = new();
    private int _questions;
    private DateTimeOffset? _ended;

    /// <summary>Its place in the order of starts, from 1.</summary>
    public int Number => number;

    public string Arn { get; } = $"arn:aws:bedrock:{region}:000000000000:async-invoke/{IdOf(number)}";

    public string? Token => request.ClientRequestToken;

    public DateTimeOffset Started { get; } = started;

    public AsyncInvokeStatus Status
    {
        get
        {
            lock (_lock)
            {
                return _questions < 2 ? AsyncInvokeStatus.InProgress
                    : request.ModelInput.GetRawText().Contains(FailureWords, StringComparison.OrdinalIgnoreCase) ? AsyncInvokeStatus.Failed
                    : AsyncInvokeStatus.Completed;
            }
        }
    }

    /// <summary>Whether a start with the same token asks for the same job.</summary>
    public bool IsSame(StartAsyncInvokeRequest other) => BedrockJson.Serialize(request) == BedrockJson.Serialize(other);

    /// <summary>Moves the job on: the first question finds it running, the second one ends it.</summary>
    public void Ask(DateTimeOffset now)
    {
        lock (_lock)
        {
            if (++_questions == 2)
            {
                _ended = now;
            }
        }
    }

    public AsyncInvokeSummary ToSummary()
    {
        AsyncInvokeStatus status;
        DateTimeOffset? ended;
        lock (_lock)
        {
            status = Status;
            ended = _ended;
        }

        return new AsyncInvokeSummary
        {
            InvocationArn = Arn,
            ModelArn = request.ModelId.StartsWith("arn:", StringComparison.Ordinal) ? request.ModelId
                : $"arn:aws:bedrock:{region}::foundation-model/{request.ModelId}",
            ClientRequestToken = Token,
            Status = status,
            FailureMessage = status == AsyncInvokeStatus.Failed ? "The input asked for a simulated failure." : null,
            SubmitTime = Started,
            LastModifiedTime = ended ?? Started,
            EndTime = ended,
            OutputDataConfig = OutputOf(request.OutputDataConfig),
        };
    }

    private AsyncInvokeOutputDataConfig OutputOf(AsyncInvokeOutputDataConfig output) => output is AsyncInvokeS3Output { S3OutputDataConfig: var place }
        ? AsyncInvokeOutputDataConfig.InS3($"{place.S3Uri.TrimEnd('/')}/{IdOf(number)}", place.KmsKeyId, place.BucketOwner)
        : output;

    private static string IdOf(int number) => "simulated" + number.ToString($"x{IdLength - 9}", System.Globalization.CultureInfo.InvariantCulture);
}
