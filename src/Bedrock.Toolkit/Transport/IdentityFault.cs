using Amazon.Runtime;

namespace Bedrock.Toolkit.Transport;

/// <summary>Says what is wrong with who calls, and what to do about it; never a value.</summary>
internal static class IdentityFault
{
    /// <summary>Refuses keys that cannot be sent as a header.</summary>
    public static void Check(ImmutableCredentials keys)
    {
        string? part = !IsPrintable(keys.AccessKey) ? "an access key id" : !IsPrintable(keys.SecretKey) ? "a secret access key"
            : keys.Token is { Length: > 0 } token && !IsPrintable(token) ? "a session token" : null;
        if (part is not null)
        {
            throw new BedrockAuthenticationException(
                $"The credentials provider gave {part} that is blank or holds something else than printable ASCII (a line break at its end?): "
                + "correct it where it is kept.");
        }
    }

    /// <summary>Whether a text can be a key: not empty, printable ASCII, no white space.</summary>
    public static bool IsPrintable(string? text) => !string.IsNullOrEmpty(text) && !text.AsSpan().ContainsAnyExceptInRange('!', '~');

    /// <summary>An exception of ours, new for each call.</summary>
    public static Exception ToException(Exception failure, BedrockClientOptions options) => failure switch
    {
        // Settings are settings, whoever reads them.
        BedrockConfigurationException known => new BedrockConfigurationException(known.Message, known.InnerException),
        BedrockAuthenticationException known => new BedrockAuthenticationException(known.Message, known.InnerException) { IsTransient = known.IsTransient },
        _ => new BedrockAuthenticationException(Describe(failure, options), failure) { IsTransient = MayPass(failure) },
    };

    private static string Describe(Exception failure, BedrockClientOptions options)
    {
        string start = $"The credentials provider failed: {failure.GetType().Name}.";
        string? profile = options.Profile ?? (Environment.GetEnvironmentVariable("AWS_PROFILE") is { Length: > 0 } ofTheEnvironment ? ofTheEnvironment : null);
        if (IsSignIn(failure))
        {
            string named = profile is null ? string.Empty : " --profile " + profile;
            return $"{start} The sign-in has ended or was never made: run 'aws sso login{named}' and try again.";
        }

        if (Find<AmazonServiceException>(failure) is { } refused && (int)refused.StatusCode is >= 400 and < 500)
        {
            return $"{start} The service that gives out credentials refused ({refused.ErrorCode}): "
                + "check the role, its trust policy and the keys it is assumed with.";
        }

        if (failure.GetType().Name.Contains("Process", StringComparison.Ordinal))
        {
            return $"{start} Run the credential_process of the profile by hand to see why.";
        }

        return MayPass(failure)
            ? $"{start} It may pass: the place that gives out credentials did not answer as it should."
            : $"{start} Its own message is in the inner exception.";
    }

    private static bool IsSignIn(Exception? failure)
    {
        for (; failure is not null; failure = failure.InnerException)
        {
            if (failure.GetType().Name.Contains("SSO", StringComparison.OrdinalIgnoreCase)
                || failure.Message.Contains("SSO", StringComparison.Ordinal)
                || (failure is AmazonServiceException { ErrorCode: "UnauthorizedException" or "InvalidGrantException" or "ExpiredTokenException" }
                    && failure.Source?.Contains("SSO", StringComparison.Ordinal) == true))
            {
                return true;
            }
        }

        return false;
    }

    /// <summary>Whether asking again may help: the way to the provider's source failed, not the provider or its settings.</summary>
    private static bool MayPass(Exception failure)
    {
        if (IsSignIn(failure))
        {
            return false;
        }

        return Find<AmazonServiceException>(failure) is { } answered
            ? (int)answered.StatusCode is 0 or 429 or >= 500
            : NetworkFault.MayPass(failure) || (failure.GetType() == typeof(AmazonClientException) && failure.InnerException is null);
    }

    private static T? Find<T>(Exception? failure)
        where T : Exception
    {
        while (failure is not (null or T))
        {
            failure = failure.InnerException;
        }

        return failure as T;
    }
}
