namespace Bedrock.Toolkit.Models;

/// <summary>Refuses requests that the service would surely refuse. Ranges that the service owns are left to it. Stateless and thread-safe.</summary>
internal static class PegasusRequestCheck
{
    public static void Check(PegasusRequest request)
    {
        ArgumentNullException.ThrowIfNull(request);
        FamilyChecks.Refuse(FaultOf(request));
    }

    private static string? FaultOf(PegasusRequest request)
    {
        if (string.IsNullOrWhiteSpace(request.InputPrompt))
        {
            return "InputPrompt must not be blank.";
        }

        return FamilyChecks.FaultOfNumbers(("Temperature", request.Temperature))
            ?? (request.MaxOutputTokens < 1 ? "MaxOutputTokens must be at least 1." : FaultOf(request.MediaSource));
    }

    private static string? FaultOf(PegasusMediaSource? source)
    {
        switch (source)
        {
            case null:
                return "MediaSource must not be null.";
            case { Base64String: not null, S3Location: not null }:
                return "MediaSource.Base64String and MediaSource.S3Location exclude each other: set one of them.";
            case { Base64String: { IsEmpty: true } }:
                return "MediaSource.Base64String must not be empty.";
            case { S3Location: { } location } when string.IsNullOrWhiteSpace(location.Uri):
                return "MediaSource.S3Location.Uri must not be blank.";
            case { Base64String: null, S3Location: null, AdditionalProperties: null or { Count: 0 } }:
                return "MediaSource needs Base64String or S3Location.";
            default:
                return null;
        }
    }
}
