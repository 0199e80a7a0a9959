namespace Bedrock.Toolkit.Testing;

/// <summary>When a <see cref="Cassette"/> lets a call through to the service.</summary>
public enum CassetteMode
{
    /// <summary>Records everything while there is no file; once there is one, only plays it.</summary>
    Once,

    /// <summary>Plays what is on the file, and records every call that is not.</summary>
    NewEpisodes,

    /// <summary>Never calls the service: a call that is not on the file fails.</summary>
    None,
}
