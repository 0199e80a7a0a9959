using System.Globalization;
using Bedrock.Toolkit;

namespace WebApi;

/// <summary>What somebody at the page is told when something fails. The exceptions' own messages are for the log: they name models and hosts.</summary>
internal static class ChatErrors
{
    /// <summary>Before the answer begins: a status, and with 429 the time to wait.</summary>
    public static IResult Before(BedrockException error, HttpResponse response)
    {
        if (error is BedrockThrottlingException throttled)
        {
            double seconds = Math.Ceiling((throttled.RetryAfter ?? TimeSpan.FromSeconds(5)).TotalSeconds);
            response.Headers.RetryAfter = seconds.ToString(CultureInfo.InvariantCulture);
            return Results.Problem("Too many questions just now.", statusCode: 429);
        }

        return error switch
        {
            BedrockAccessDeniedException => Results.Problem("This account may not use the model.", statusCode: 502),
            BedrockAuthenticationException or BedrockConfigurationException => Results.Problem("The server has no access to AWS.", statusCode: 502),
            BedrockValidationException => Results.Problem("The model does not take this conversation.", statusCode: 502),
            BedrockTimeoutException => Results.Problem("The model takes too long.", statusCode: 504),
            _ => Results.Problem("The model cannot be reached.", statusCode: 502),
        };
    }

    /// <summary>In the middle of the answer.</summary>
    public static string Middle(BedrockException error) => error switch
    {
        BedrockThrottlingException => "The answer broke off: too many questions just now.",
        BedrockTimeoutException => "The answer broke off: the model fell silent.",
        BedrockToolRoundsException => "The answer broke off: the model asked for tools again and again.",
        _ => "The answer broke off: what is above is not all of it.",
    };
}
