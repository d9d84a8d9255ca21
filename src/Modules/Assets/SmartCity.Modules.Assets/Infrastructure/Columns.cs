namespace SmartCity.Modules.Assets.Infrastructure;

/// <summary>Names and lengths that the tables share.</summary>
internal static class Columns
{
    internal const string Registration = "RegistrationId";
    internal const string Card = "CardId";
    internal const string Campaign = "CampaignId";
    internal const int LongText = 4000;
}
