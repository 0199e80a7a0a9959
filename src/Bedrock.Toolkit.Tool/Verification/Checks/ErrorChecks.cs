using Amazon.Runtime;
using Bedrock.Toolkit.Converse;
using Bedrock.Toolkit.Models;

namespace Bedrock.Toolkit.CommandLine.Verification.Checks;

/// <summary>Errors that are provoked, each with the exception that is promised for it. Throttling is not provoked.</summary>
internal static class ErrorChecks
{
    private const string Page = "docs/errors.md";
    private const int MaxTokens = 16;

    // Keys of nobody, in the forms that AWS has.
    private const string NobodysId = "AKIAIOSFODNN7EXAMPLE";
    private const string NobodysKey = "bedrock-api-key-b2Ygbm9ib2R5";

    public static IEnumerable<VerifyCheck> All(VerifySettings settings)
    {
        ModelId nova = NovaModels.Micro.InProfile(settings.Geography).Id;
        return
        [
            New("error-unknown-credentials", "Credentials of nobody are a BedrockAuthenticationException", run => CredentialsAsync(run, nova), nova),
            New("error-unknown-api-key", "An API key of nobody is refused as authentication or access", run => ApiKeyAsync(run, nova), nova),
            New("error-wrong-region", "A signature for another Region is a BedrockAuthenticationException", run => RegionAsync(run, nova), nova),
            New("error-unknown-model", "An unknown model is a BedrockValidationException that names it", UnknownModelAsync),
            New("error-unknown-model-stream", "An unknown model fails a stream before its first event, with the same exception", UnknownModelStreamAsync),
            New("error-invalid-request", "A request without messages is a BedrockValidationException", run => InvalidAsync(run, nova)),
            New("error-before-sending", "A request that is surely wrong is refused before it is sent, with the member's name", run => LocalAsync(run, nova)),
            New("error-time-limit", "A call that takes too long is a BedrockTimeoutException", run => TimeLimitAsync(run, nova), nova),
        ];
    }

    private static VerifyCheck New(string id, string title, Func<CheckRun, Task> run, ModelId? answers = null) =>
        new(id, "errors", title, $"{Page}: which exception says what", answers is { } model ? [new(model, 1, OutputTokens: MaxTokens)] : [], run);

    private static ConverseRequest Request() => ConverseRequest.For(Prompts.Sky, MaxTokens);

    private static async Task CredentialsAsync(CheckRun run, ModelId model)
    {
        IBedrockClient nobody = run.Create(options =>
        {
            options.Credentials = new BasicAWSCredentials(NobodysId, "of-nobody");
            options.Profile = null;
        });
        BedrockException e = await FailureAsync(() => nobody.ConverseAsync(model, Request(), run.Token), "a refusal").ConfigureAwait(false);
        Expect<BedrockAuthenticationException>(e, 401, 403);
    }

    private static async Task ApiKeyAsync(CheckRun run, ModelId model)
    {
        IBedrockClient nobody = run.Create(options =>
        {
            options.ApiKey = NobodysKey;
            options.Profile = null;
        });
        BedrockException e = await FailureAsync(() => nobody.ConverseAsync(model, Request(), run.Token), "a refusal").ConfigureAwait(false);
        CheckRun.Expect(e is BedrockAuthenticationException or BedrockAccessDeniedException, "a BedrockAuthenticationException or BedrockAccessDeniedException",
            Named(e));
    }

    private static async Task RegionAsync(CheckRun run, ModelId model)
    {
        if (Environment.GetEnvironmentVariable("AWS_BEARER_TOKEN_BEDROCK") is { Length: > 0 } && run.Settings.Profile is null)
        {
            throw new CheckSkippedException("an API key is set, and nothing is signed with it");
        }

        Uri? here = run.Settings.Endpoint ?? run.Own(new BedrockClient(run.CreateOptions())).Address;
        IBedrockClient client = run.Create(options =>
        {
            options.ServiceUrl = here;
            options.Region = run.Settings.Region == "sa-east-1" ? "us-east-1" : "sa-east-1";
        });
        BedrockException e = await FailureAsync(() => client.ConverseAsync(model, Request(), run.Token), "a refusal").ConfigureAwait(false);
        Expect<BedrockAuthenticationException>(e, 401, 403);
    }

    private static async Task UnknownModelAsync(CheckRun run)
    {
        const string Nobody = "amazon.nova-none-v9:0";
        BedrockException e = await FailureAsync(() => run.Client.ConverseAsync(Nobody, Request(), run.Token), "a refusal").ConfigureAwait(false);
        Expect<BedrockValidationException>(e, 400);
        CheckRun.Expect(e.ModelId == Nobody && e.Operation == "Converse", "the exception to name operation and model", "it does not");
    }

    private static async Task UnknownModelStreamAsync(CheckRun run)
    {
        BedrockStream<NovaStreamEvent, NovaResponse> stream =
            run.Client.StreamAsync(NovaModels.FromId("amazon.nova-none-v9:0"), NovaRequest.For(Prompts.Sky, MaxTokens), run.Token);
        BedrockException e = await FailureAsync(() => stream.ToResponseAsync(run.Token), "a refusal").ConfigureAwait(false);
        Expect<BedrockValidationException>(e, 400);
        CheckRun.Expect(e.EventsDelivered is null or 0, "no event before the failure", $"{e.EventsDelivered}");
    }

    private static async Task InvalidAsync(CheckRun run, ModelId model)
    {
        var request = new BedrockRawRequest
        {
            Operation = "Converse", ModelId = model, Path = $"/model/{Uri.EscapeDataString(model.Value)}/converse", Body = """{"messages":[]}"""u8.ToArray(),
        };
        BedrockException e = await FailureAsync(() => run.Client.SendRawAsync(request, run.Token), "a refusal").ConfigureAwait(false);
        Expect<BedrockValidationException>(e, 400);
    }

    private static async Task LocalAsync(CheckRun run, ModelId model)
    {
        string? message = null;
        try
        {
            await run.Client.ConverseAsync(model, new ConverseRequest { Messages = [Message.User(" ")] }, run.Token).ConfigureAwait(false);
        }
        catch (ArgumentException e)
        {
            message = e.Message;
        }

        CheckRun.Expect(message?.Contains("essages[0]", StringComparison.Ordinal) == true, "an ArgumentException that names the member",
            message is null ? "none" : "one that does not");
        CheckRun.Expect(run.Sent == 0, "nothing sent", $"{run.Sent} requests");
    }

    private static async Task TimeLimitAsync(CheckRun run, ModelId model)
    {
        IBedrockClient hasty = run.Create(static options =>
        {
            options.OverallTimeout = TimeSpan.FromTicks(1);
            options.MaxAttempts = 1;
        });
        BedrockException e = await FailureAsync(() => hasty.ConverseAsync(model, Request(), run.Token), "a time limit").ConfigureAwait(false);
        CheckRun.Expect(e is BedrockTimeoutException, "a BedrockTimeoutException", Named(e));
    }

    private static async Task<BedrockException> FailureAsync(Func<Task> call, string expected)
    {
        try
        {
            await call().ConfigureAwait(false);
        }
        catch (BedrockException e) when (e is not BedrockThrottlingException)
        {
            return e;
        }

        throw new CheckFailedException(expected, "an answer");
    }

    private static void Expect<TException>(BedrockException e, params ReadOnlySpan<int> statuses)
        where TException : BedrockServiceException
    {
        CheckRun.Expect(e is TException, $"a {typeof(TException).Name}", Named(e));
        int status = ((TException)e).StatusCode;
        CheckRun.Expect(statuses.Contains(status), $"the status {string.Join(" or ", statuses.ToArray())}", $"{status}");
    }

    private static string Named(BedrockException e) => e is BedrockServiceException { StatusCode: > 0 } service
        ? $"a {e.GetType().Name} ({service.ErrorCode?.Value ?? "no name"}, status {service.StatusCode})"
        : $"a {e.GetType().Name}";
}
