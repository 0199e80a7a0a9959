namespace Bedrock.Toolkit.Transport;

/// <summary>The trace of the invocation that a Lambda function works on, passed on as AWS SDKs do: X-Ray sees the call, and AWS finds loops.</summary>
/// <remarks>Source: https://docs.aws.amazon.com/lambda/latest/dg/configuration-envvars.html</remarks>
internal static class LambdaTrace
{
    public const string Header = "X-Amzn-Trace-Id";

    private const string Plain = "-_.~=;:+&[]{}\"',";

    public static bool IsOnLambda => !string.IsNullOrEmpty(Environment.GetEnvironmentVariable("AWS_LAMBDA_FUNCTION_NAME"));

    public static void Apply(HttpRequestMessage request, Route route)
    {
        if (route.IsOnLambda
            && Environment.GetEnvironmentVariable("_X_AMZN_TRACE_ID") is { Length: > 0 } trace
            && !request.Headers.NonValidated.Contains(Header))
        {
            request.Headers.TryAddWithoutValidation(Header, Encode(trace));
        }
    }

    private static string Encode(string trace)
    {
        if (trace.All(IsPlain))
        {
            return trace;
        }

        var text = new StringBuilder();
        foreach (byte b in Encoding.UTF8.GetBytes(trace))
        {
            text = IsPlain((char)b) ? text.Append((char)b) : text.Append('%').Append(b.ToString("X2", System.Globalization.CultureInfo.InvariantCulture));
        }

        return text.ToString();
    }

    private static bool IsPlain(char c) => char.IsAsciiLetterOrDigit(c) || Plain.Contains(c, StringComparison.Ordinal);
}
