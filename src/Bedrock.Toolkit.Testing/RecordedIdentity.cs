namespace Bedrock.Toolkit.Testing;

/// <summary>How a recorded call said who calls.</summary>
public enum RecordedIdentity
{
    /// <summary>Not at all.</summary>
    None,

    /// <summary>By a signature with AWS credentials.</summary>
    Credentials,

    /// <summary>By a Bedrock API key.</summary>
    ApiKey,
}
